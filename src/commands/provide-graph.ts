import type { Logger } from 'pino';
import { buildGraph } from '../dataset/build-graph.js';
import { parseState } from '../dataset/current-state.js';
import { describeLoad } from '../dataset/describe-load.js';
import { editionOf, requireSameModel } from '../dataset/edition.js';
import { loadDataset, type LoadOptions } from '../dataset/load-dataset.js';
import { declaredNamesOf } from '../dataset/neo4j-schema.js';
import { readDataset } from '../dataset/read-dataset.js';
import type { Dataset } from '../dataset/record.js';
import { AtlasError, noDataError } from '../errors.js';
import { readEdition } from '../http/service-metrics.js';
import type { LaunchContext } from '../launchers/launcher.js';
import type { Model } from '../model/model.js';
import { createFileStatement } from '../neo4j/cypher-file.js';
import type { Database } from '../neo4j/database.js';
import { retryDuringOutage } from '../neo4j/retry-during-outage.js';
import { unlessAborted } from './signals.js';

/** The output and the abort signal of `start`, and its logger. */
export interface StartContext extends LaunchContext {
  readonly log: Logger;
}

/** The model, the data files and the options of their load. */
interface GraphSource {
  readonly model: Model;
  readonly dataset: Dataset;
  readonly options: LoadOptions;
}

/**
 * Begins to read the data files; without a directory, there are none. Reading takes a second, during which Neo4j can
 * start: invalid data files abort the signal of the returned context.
 */
export function readWhileLaunching(
  model: Model,
  directory: string | undefined,
  context: StartContext,
): { readonly dataset: Promise<Dataset | undefined>; readonly launchContext: StartContext } {
  const invalid = new AbortController();
  const dataset = directory === undefined ? Promise.resolve(undefined) : readDataset(model, directory);
  dataset.catch(() => invalid.abort());
  return { dataset, launchContext: { ...context, signal: AbortSignal.any([context.signal, invalid.signal]) } };
}

/**
 * Makes Neo4j hold the graph of the data files. If their last load has stored it, the load that finds changes by other
 * clients, and reverts them, goes on after the return: it takes seconds in a Neo4j that has just started. Without data
 * files, only requires that the graph is not that of another model.
 */
export async function provideGraph(
  database: Database,
  { dataset: reading, ...other }: Omit<GraphSource, 'dataset'> & { readonly dataset: Promise<Dataset | undefined> },
  context: StartContext,
): Promise<void> {
  const dataset = await reading;
  if (!dataset) {
    const [row] = await readEdition(database);
    if (typeof row?.['hash'] !== 'string') context.log.warn(noDataError().message);
    // The first entities tell, however large the graph is.
    const entities = await database.read(createFileStatement('dataset/read-entities'));
    requireSameModel(other.model, parseState(entities, []));
    return;
  }
  const source = { ...other, dataset };
  if (!(await wasLoaded(database, source))) return load(database, source, context);
  context.report('The graph was loaded from the same data files; comparing it with them meanwhile');
  const isAwaited = (): boolean => !context.signal.aborted;
  retryDuringOutage(() => load(database, source, context), isAwaited).catch((error: unknown) => {
    if (isAwaited()) context.log.error({ err: error }, 'The graph cannot be compared with the data files');
  });
}

/** Whether the last load was one of the same data, and created all constraints and indexes of the model. */
async function wasLoaded(database: Database, { model, dataset }: GraphSource): Promise<boolean> {
  const [row] = await readEdition(database);
  const names = row?.['schemaNames'];
  return (
    row?.['hash'] === editionOf(buildGraph(model, dataset))?.hash &&
    Array.isArray(names) &&
    declaredNamesOf(model).every((name) => names.includes(name))
  );
}

async function load(
  database: Database,
  { model, dataset, options }: GraphSource,
  { report: reportLine, signal }: StartContext,
): Promise<void> {
  try {
    // An abandoned load commits nothing.
    const report = await unlessAborted(loadDataset(database, model, dataset, options), signal);
    for (const line of describeLoad(report)) reportLine(line);
  } catch (error) {
    if (!(error instanceof AtlasError) || error.code !== 'NEWER_DATA') throw error;
    reportLine(error.message);
  }
}
