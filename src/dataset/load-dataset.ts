import { AtlasError } from '../errors.js';
import type { Database, Row, Statement } from '../neo4j/database.js';
import type { OnProgress } from '../shared/progress.js';
import { editionIn, requireForward } from './edition.js';
import { type CurrentState, parseState } from './current-state.js';
import { diffGraph, type GraphDiff, isEmpty } from './diff.js';
import type { Model } from '../model/model.js';
import { graphOf } from './graph-of.js';
import type { GraphState } from './graph-state.js';
import { type LoadReport, reportOf } from './load-report.js';
import type { Dataset } from './record.js';
import { isSameSchema } from './schema-diff.js';
import { statement } from './statement.js';
import { declaredNames } from './neo4j-schema.js';
import { requireMarks, type Adopted } from './unmarked.js';
import { completeSchema, ownedNames, readSchemaDiff, updateSchema } from './update-schema.js';
import { writeDiff } from './write-diff.js';

/** Options of a load. */
export interface LoadOptions {
  /** Report the changes without writing them; default false. */
  readonly dryRun?: boolean;
  /** Take over the unmarked graph of an older release of this project; default false. */
  readonly adopt?: boolean;
  /** Fail instead of replacing different data that are not older; default false. */
  readonly onlyForward?: boolean;
  /** Called after every step; does nothing by default. */
  readonly onProgress?: OnProgress;
}

type Run = (statement: Statement) => Promise<Row[]>;

/**
 * Makes this project's part of the graph in Neo4j match the dataset, in one transaction. Writes nothing if it already
 * matches. Never changes the data of other applications.
 *
 * @throws DATABASE_FOREIGN, before anything is written, if data of other applications conflicts with the dataset;
 *   NEWER_DATA with `onlyForward` if the stored data differ from the dataset and are not older.
 */
export async function loadDataset(
  database: Database,
  model: Model,
  dataset: Dataset,
  { dryRun = false, adopt = false, onlyForward = false, onProgress = () => undefined }: LoadOptions = {},
): Promise<LoadReport> {
  const wanted = graphOf(model, dataset);
  const current = await readState((query) => database.read(query), model, adopt);
  if (onlyForward) requireForward(editionIn(current), editionIn(wanted));
  const owned = ownedNames(current);
  const schema = await readSchemaDiff(database, model, owned);
  const seen = diffGraph(current, wanted);
  if (dryRun) return reportOf(wanted, seen, schema, { dryRun, others: await countOthers(database) });
  if (!isSameSchema(schema)) await updateSchema(database, model, schema, onProgress);
  const diff = isEmpty(seen) ? seen : await writeInOne(database, { model, wanted, adopt, onlyForward, onProgress });
  // Existing data may have prevented a constraint. The write may have corrected it, so try again.
  if (!isSameSchema(schema))
    await completeSchema(database, model, new Set([...owned, ...declaredNames(model)]), onProgress);
  return reportOf(wanted, diff, schema, { dryRun });
}

/** The desired graph and the options of its write. */
interface Writing extends Required<Omit<LoadOptions, 'dryRun'>> {
  readonly model: Model;
  readonly wanted: GraphState;
}

async function writeInOne(database: Database, writing: Writing): Promise<GraphDiff> {
  try {
    return await database.write((transaction) => writeAll((query) => transaction.run(query), writing));
  } catch (error) {
    throw error instanceof AtlasError && /already exists with|still has relationships/.test(error.message)
      ? inTheWay(error)
      : error;
  }
}

/** The error for data that another client added during the load, or connected to a node that must be removed. */
function inTheWay(cause: AtlasError): AtlasError {
  return new AtlasError(
    'DATABASE_FOREIGN',
    `${cause.message}: data of another application conflicts with the load. Nothing was changed. ` +
      'Remove that data, or use another database (NEO4J_DATABASE).',
    { cause },
  );
}

async function readState(run: Run, model: Model, adopt: boolean): Promise<CurrentState> {
  return readOurs(run, await requireMarks(run, model, adopt));
}

async function readOurs(run: Run, adopted: Adopted): Promise<CurrentState> {
  return parseState(
    await run(statement('dataset/read-nodes', { adopted: adopted.nodes })),
    await run(statement('dataset/read-relations', { adopted: adopted.relations })),
  );
}

async function countOthers(database: Database): Promise<string[]> {
  const rows = await database.read(statement('dataset/count-others'));
  return rows.map(({ name, count }) => `${String(count)} ${String(name)}`);
}

/** Compares again after taking the lock, because another load may have written in the meantime. */
async function writeAll(run: Run, { model, wanted, adopt, onlyForward, onProgress }: Writing): Promise<GraphDiff> {
  await run(statement('dataset/lock-dataset'));
  const current = await readState(run, model, adopt);
  if (onlyForward) requireForward(editionIn(current), editionIn(wanted));
  const diff = diffGraph(current, wanted);
  await writeDiff({ run }, diff, onProgress);
  if (isEmpty(diffGraph(await readOurs(run, { nodes: [], relations: [] }), wanted))) return diff;
  throw new AtlasError('INTERNAL_SERVER_ERROR', 'The written graph differs from the dataset; nothing was changed.');
}
