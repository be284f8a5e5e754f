import { loadDataset, type LoadOptions } from '../dataset/load-dataset.js';
import type { LoadReport } from '../dataset/load-report.js';
import { describeLoad } from '../dataset/describe-load.js';
import type { Database } from '../neo4j/database.js';
import { readAtlas, type AtlasOptions } from './atlas.js';

/** Options of `load`. */
export interface LoadCommand extends LoadOptions, AtlasOptions {
  /** Opens the database; called after the data files have passed the checks. */
  readonly openDatabase: () => Promise<Database>;
  /** Prints one line. */
  readonly print: (line: string) => void;
}

/** Checks the data files, then updates the graph to match them, and prints the changes. */
export async function load(command: LoadCommand): Promise<LoadReport> {
  const { openDatabase, print, atlasDir, dir, ...options } = command;
  const { model, dataset } = await readAtlas({ atlasDir, dir });
  const database = await openDatabase();
  try {
    const report = await loadDataset(database, model, dataset, options);
    for (const line of describeLoad(report)) print(line);
    return report;
  } finally {
    await database.close();
  }
}
