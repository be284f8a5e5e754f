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

/** How to load. */
export interface LoadOptions {
  /** Only say what would be done; default false. */
  readonly dryRun?: boolean;
  /** Take over what an older release of this project has loaded, which marked nothing as its own; default false. */
  readonly adopt?: boolean;
  /** Refuse to replace other data that are not older; default false. */
  readonly onlyForward?: boolean;
  /** Hears of every step; default: nobody does. */
  readonly onProgress?: OnProgress;
}

type Run = (statement: Statement) => Promise<Row[]>;

/**
 * Makes what is ours in Neo4j exactly the dataset of the model, in one transaction; writes nothing where it is so already. What others
 * have written stays as it is.
 *
 * @throws DATABASE_FOREIGN, before anything is written, where what others have written is in the way; NEWER_DATA where it
 *   may only go forward, and other data that are not older stand there.
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
  // Data that prevented a constraint may be right now.
  if (!isSameSchema(schema))
    await completeSchema(database, model, new Set([...owned, ...declaredNames(model)]), onProgress);
  return reportOf(wanted, diff, schema, { dryRun });
}

/** What is to be written, and how. */
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

/** What somebody else has added while the load was under way, or tied to a node that has to be removed. */
function inTheWay(cause: AtlasError): AtlasError {
  return new AtlasError(
    'DATABASE_FOREIGN',
    `${cause.message}: what is not ours was left alone, and so was the graph. ` +
      'Remove it, or use another database (NEO4J_DATABASE).',
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

/** Compares again behind the lock: another loader may have written since. */
async function writeAll(run: Run, { model, wanted, adopt, onlyForward, onProgress }: Writing): Promise<GraphDiff> {
  await run(statement('dataset/lock-dataset'));
  const current = await readState(run, model, adopt);
  if (onlyForward) requireForward(editionIn(current), editionIn(wanted));
  const diff = diffGraph(current, wanted);
  await writeDiff({ run }, diff, onProgress);
  if (isEmpty(diffGraph(await readOurs(run, { nodes: [], relations: [] }), wanted))) return diff;
  throw new AtlasError('INTERNAL_SERVER_ERROR', 'The graph written differs from the dataset; it was left as it was.');
}
