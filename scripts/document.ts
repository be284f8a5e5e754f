import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectModel } from '../src/model/project-model.js';
import { readDataset } from '../src/dataset/read-dataset.js';
import { packageRoot } from '../src/paths.js';
import { drawPicture } from './picture.js';
import { fillPerformance } from './performance-parts.js';
import { fillReadme } from './readme-parts.js';

const readme = join(packageRoot, 'README.md');
const performance = join(packageRoot, 'docs', 'performance.md');

writeFileSync(
  join(packageRoot, 'docs', 'graph.svg'),
  drawPicture(await readDataset(projectModel(), join(packageRoot, 'data'))),
);
writeFileSync(readme, fillReadme(readFileSync(readme, 'utf8')));
writeFileSync(performance, fillPerformance(readFileSync(performance, 'utf8')));
