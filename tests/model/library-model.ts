import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { openAtlas, type Atlas } from '../../src/commands/atlas.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { LoadReport } from '../../src/dataset/load-report.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { packageRoot } from '../../src/paths.js';
import { serveApi, type Api, type ServerOptions } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

/** The directory of a second model and its data: authors, books and presses, in English only, without an article. */
const libraryDir = join(packageRoot, 'tests', 'model', 'library');

/** Opens the library model. */
function openLibrary(): Atlas {
  return openAtlas({ atlasDir: libraryDir });
}

/** Runs a server of the library model during the tests of a file, and loads the data before them. */
export function serveLibraryApi(options: ServerOptions = {}): {
  readonly api: Api;
  readonly load: () => Promise<LoadReport>;
} {
  const neo4j = scratchNeo4j();
  const { model, dataDir } = openLibrary();
  const load = async (): Promise<LoadReport> => loadDataset(neo4j.database, model, await readDataset(model, dataDir));
  beforeAll(load);
  return { load, api: serveApi(() => neo4j.database, { ...options, model }) };
}
