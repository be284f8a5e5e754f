import type { Logger } from 'pino';
import { parseState } from '../dataset/current-state.js';
import { hashDataFiles } from '../dataset/data-files.js';
import { describeLoad } from '../dataset/describe-load.js';
import { requireSameModel } from '../dataset/edition.js';
import { loadDataset, type LoadOptions } from '../dataset/load-dataset.js';
import { declaredNamesOf } from '../dataset/neo4j-schema.js';
import { readDataset } from '../dataset/read-dataset.js';
import type { Dataset } from '../dataset/record.js';
import { AtlasError, noDataError } from '../errors.js';
import { readEdition } from '../http/service-metrics.js';
import type { LaunchContext } from '../launchers/launcher.js';
import type { Model } from '../model/model.js';
import { createFileStatement } from '../neo4j/cypher-file.js';
import type { Database, Row } from '../neo4j/database.js';
import { retryDuringOutage } from '../neo4j/retry-during-outage.js';
import { unlessAborted } from './signals.js';

/** The output and the abort signal of `start`, and its logger. */
export interface StartContext extends LaunchContext {
  readonly log: Logger;
}

/** Data files, which are read at most once. */
export interface DataFiles {
  /** See `hashDataFiles`. */
  readonly hash: string;
  /** Reads the files. Fails with a BadDataError if they are invalid. */
  readonly read: () => Promise<Dataset>;
}

/**
 * Finds the data files in a directory.
 *
 * @throws BAD_DATA if there is no such directory.
 */
export async function openDataFiles(model: Model, directory: string): Promise<DataFiles> {
  let reading: Promise<Dataset> | undefined;
  return { hash: await hashDataFiles(model, directory), read: () => (reading ??= readDataset(model, directory)) };
}

/** The model, its data files and the options of their load. */
interface GraphSource {
  readonly model: Model;
  readonly files: DataFiles;
  readonly options: LoadOptions;
}

/**
 * Makes Neo4j hold the graph of the data files. If their last load has stored it, the files are read after the return,
 * together with the load that finds changes by other clients and reverts them: this takes seconds in a Neo4j that has
 * just started. Without data files, only requires that the graph is not that of another model.
 */
export async function provideGraph(
  database: Database,
  { files, ...other }: Omit<GraphSource, 'files'> & { readonly files: DataFiles | undefined },
  context: StartContext,
): Promise<void> {
  const [edition] = await readEdition(database);
  if (!files) {
    if (typeof edition?.['hash'] !== 'string') context.log.warn(noDataError().message);
    // The first entities tell, however large the graph is.
    const entities = await database.read(createFileStatement('dataset/read-entities'));
    requireSameModel(other.model, parseState(entities, []));
    return;
  }
  const source = { ...other, files };
  if (!isLoaded(edition, source)) return load(database, source, context);
  context.report('The graph was loaded from the same data files; comparing it with them meanwhile');
  const isAwaited = (): boolean => !context.signal.aborted;
  retryDuringOutage(() => load(database, source, context), isAwaited).catch((error: unknown) => {
    if (isAwaited()) context.log.error({ err: error }, 'The graph cannot be compared with the data files');
  });
}

/** Whether the last load read the same files, and created all constraints and indexes of the model. */
function isLoaded(edition: Row | undefined, { model, files }: GraphSource): boolean {
  const names = edition?.['schemaNames'];
  const hasSchema = Array.isArray(names) && declaredNamesOf(model).every((name) => names.includes(name));
  return hasSchema && edition?.['filesHash'] === files.hash;
}

async function load(
  database: Database,
  { model, files, options }: GraphSource,
  { report: reportLine, signal }: StartContext,
): Promise<void> {
  const dataset = await files.read();
  try {
    // An abandoned load commits nothing.
    const report = await unlessAborted(loadDataset(database, model, dataset, options), signal);
    for (const line of describeLoad(report)) reportLine(line);
  } catch (error) {
    if (!(error instanceof AtlasError) || error.code !== 'NEWER_DATA') throw error;
    reportLine(error.message);
  }
}
