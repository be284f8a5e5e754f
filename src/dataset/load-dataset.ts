import { AtlasError } from '../errors.js';
import { overrideRead, type Database, type Transaction } from '../neo4j/database.js';
import type { OnProgress } from '../shared/progress.js';
import { editionOf, requireSameModel, requireUpgrade } from './edition.js';
import { type CurrentState, parseState } from './current-state.js';
import { diffGraph, type GraphDiff, isEmpty, isEmptyDiff } from './diff.js';
import type { Model } from '../model/model.js';
import { buildGraph } from './build-graph.js';
import type { GraphState } from './graph-state.js';
import { type LoadReport, buildLoadReport } from './load-report.js';
import type { Dataset } from './record.js';
import { createFileStatement } from '../neo4j/cypher-file.js';
import { requireMarks, type AdoptedKeys } from './require-marks.js';
import {
  completeSchema,
  ownedNamesOf,
  readSchemaDiff,
  schemaNamesOf,
  updateSchema,
  type SchemaScope,
} from './update-schema.js';
import { writeDiff } from './write-diff.js';

/** Options of a load. */
export interface LoadOptions {
  /** Report the changes without writing them; default false. */
  readonly dryRun?: boolean;
  /** Take over the unmarked graph of an older release of this project; default false. */
  readonly adopt?: boolean;
  /**
   * Fail instead of replacing different data that are not older, and keep the constraints and indexes that only another
   * release declares: its servers may still use them; default false.
   */
  readonly requiresUpgrade?: boolean;
  /** Called after every step; does nothing by default. */
  readonly onProgress?: OnProgress;
}

/**
 * Makes this project's part of the graph in Neo4j match the dataset, in one transaction. If it already matches, writes
 * at most the hash of the data files. Never changes the data of other applications.
 *
 * @throws DATABASE_FOREIGN, before anything is written, if data of other applications conflicts with the dataset, or, with
 *   `requiresUpgrade`, if the stored graph is that of another model; NEWER_DATA with `requiresUpgrade` if the stored data differ from the dataset and are not older.
 */
export async function loadDataset(
  source: Database,
  model: Model,
  dataset: Dataset,
  { dryRun = false, adopt = false, requiresUpgrade = false, onProgress = () => undefined }: LoadOptions = {},
): Promise<LoadReport> {
  // A reader that is behind would make it skip or repeat changes.
  const database = overrideRead(source, (statement) => source.read({ ...statement, isLeaderOnly: true }));
  const current = await readCurrentState((query) => database.read(query), model, adopt);
  const scope: SchemaScope = { ownedNames: ownedNamesOf(current), keepsOthers: requiresUpgrade };
  const desired = buildGraph(model, dataset, schemaNamesOf(model, scope));
  if (requiresUpgrade) requireReplaceable(model, current, desired);
  const schema = await readSchemaDiff(database, model, scope);
  const initialDiff = diffGraph(current, desired);
  if (dryRun)
    return buildLoadReport(desired, initialDiff, schema, { dryRun, others: await countForeignItems(database) });
  if (!isEmpty(schema)) await updateSchema(database, model, scope, schema, onProgress);
  const diff = isEmptyDiff(initialDiff)
    ? initialDiff
    : await writeInTransaction(database, { model, desired, adopt, requiresUpgrade, onProgress });
  // Existing data may have prevented a constraint. The write may have corrected it, so try again.
  if (!isEmpty(schema)) await completeSchema(database, model, scope, onProgress);
  return buildLoadReport(desired, diff, schema, { dryRun });
}

function requireReplaceable(model: Model, current: CurrentState, desired: GraphState): void {
  requireSameModel(model, current);
  requireUpgrade(editionOf(current), editionOf(desired));
}

/** The desired graph and the options of its write. */
interface WriteContext extends Required<Omit<LoadOptions, 'dryRun'>> {
  readonly model: Model;
  readonly desired: GraphState;
}

async function writeInTransaction(database: Database, context: WriteContext): Promise<GraphDiff> {
  try {
    return await database.write((transaction) => writeGraph((query) => transaction.run(query), context));
  } catch (error) {
    throw error instanceof AtlasError && /already exists with|still has relationships/.test(error.message)
      ? conflictError(error)
      : error;
  }
}

/** The error for data that another client added during the load, or connected to a node that must be removed. */
function conflictError(cause: AtlasError): AtlasError {
  return new AtlasError(
    'DATABASE_FOREIGN',
    `${cause.message}: data of another application conflicts with the load. Nothing was changed. ` +
      'Remove that data, or use another database (NEO4J_DATABASE).',
    { cause },
  );
}

async function readCurrentState(run: Transaction['run'], model: Model, adopt: boolean): Promise<CurrentState> {
  return readMarkedState(run, await requireMarks(run, model, adopt));
}

async function readMarkedState(run: Transaction['run'], adopted: AdoptedKeys): Promise<CurrentState> {
  const [nodes, relations] = await Promise.all([
    run(createFileStatement('dataset/read-nodes', { adopted: adopted.nodes })),
    run(createFileStatement('dataset/read-relations', { adopted: adopted.relations })),
  ]);
  return parseState(nodes, relations);
}

async function countForeignItems(database: Database): Promise<string[]> {
  const rows = await database.read(createFileStatement('dataset/count-others'));
  return rows.map(({ name, count }) => `${String(count)} ${String(name)}`);
}

/** Compares again after taking the lock, because another load may have written in the meantime. */
async function writeGraph(
  run: Transaction['run'],
  { model, desired, adopt, requiresUpgrade, onProgress }: WriteContext,
): Promise<GraphDiff> {
  await run(createFileStatement('dataset/lock-dataset'));
  const current = await readCurrentState(run, model, adopt);
  if (requiresUpgrade) requireReplaceable(model, current, desired);
  const diff = diffGraph(current, desired);
  await writeDiff({ run }, diff, onProgress);
  if (isEmptyDiff(diffGraph(await readMarkedState(run, { nodes: [], relations: [] }), desired))) return diff;
  throw new AtlasError('INTERNAL_SERVER_ERROR', 'The written graph differs from the dataset; nothing was changed.');
}
