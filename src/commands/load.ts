import { loadDataset, type LoadOptions } from '../dataset/load-dataset.js';
import type { LoadReport } from '../dataset/load-report.js';
import { readDataset } from '../dataset/read-dataset.js';
import { describeLoad } from '../dataset/describe-load.js';
import type { Database } from '../neo4j/database.js';
import { projectModel } from '../model/project-model.js';
import { defaultDataDir } from './data-dir.js';

/** What `load` works with. */
export interface LoadCommand extends LoadOptions {
  /** The folder of data files; default: the project's own. */
  readonly dir?: string | undefined;
  /** Opened only once the data are known to be sound. */
  readonly openDatabase: () => Promise<Database>;
  /** Prints one line. */
  readonly say: (line: string) => void;
}

/** Checks the data files, then makes the graph exactly what they say, and tells what that changed. */
export async function load(command: LoadCommand): Promise<LoadReport> {
  const { dir = defaultDataDir(), openDatabase, say, ...options } = command;
  const model = projectModel();
  const dataset = await readDataset(model, dir);
  const database = await openDatabase();
  try {
    const report = await loadDataset(database, model, dataset, options);
    for (const line of describeLoad(report)) say(line);
    return report;
  } finally {
    await database.close();
  }
}
