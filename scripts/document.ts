import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectModel } from '../src/model/project-model.js';
import { readDataset } from '../src/dataset/read-dataset.js';
import { packageRoot } from '../src/paths.js';
import { fillConfiguration } from './configuration-page.js';
import { drawPicture } from './picture.js';
import { fillPerformance } from './performance-parts.js';
import { drawGrowth } from './scaling/growth-chart.js';
import { fillScaling } from './scaling/fill-scaling.js';
import { measuredGraphs, readMeasured } from './simulate/recorded.js';

const docs = join(packageRoot, 'docs');

function fillPage(name: string, fill: (text: string) => string): void {
  const path = join(docs, name);
  writeFileSync(path, fill(readFileSync(path, 'utf8')));
}

writeFileSync(join(docs, 'graph.svg'), drawPicture(await readDataset(projectModel(), join(packageRoot, 'data'))));
fillPage('configuration.md', fillConfiguration);
fillPage('performance.md', fillPerformance);
fillPage('scaling.md', fillScaling);
writeFileSync(join(docs, 'scaling', 'growth.svg'), drawGrowth(measuredGraphs(readMeasured())));
