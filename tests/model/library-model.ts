import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { openAtlas, type Atlas } from '../../src/commands/atlas.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { LoadReport } from '../../src/dataset/load-report.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { packageRoot } from '../../src/paths.js';
import { listen, type Api } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

/** The folder of a second model with its data: authors, books and presses, in English only, without an article. */
const libraryDir = join(packageRoot, 'tests', 'model', 'library');

/** That model, and where its data are. */
function libraryAtlas(): Atlas {
  return openAtlas({ atlasDir: libraryDir });
}

/** A server of that model, with its data loaded before the tests of a file run. */
export function libraryApi(): { readonly api: Api; readonly load: () => Promise<LoadReport> } {
  const neo4j = scratchNeo4j();
  const { model, dataDir } = libraryAtlas();
  const load = async (): Promise<LoadReport> => loadDataset(neo4j.database, model, await readDataset(model, dataDir));
  beforeAll(load);
  return { load, api: listen(() => neo4j.database, { model }) };
}
