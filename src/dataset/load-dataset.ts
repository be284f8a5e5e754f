import { AtlasError } from '../errors.js';
import type { Database, Row, Statement } from '../neo4j/database.js';
import type { OnProgress } from '../shared/progress.js';
import { type CurrentState, parseState } from './current-state.js';
import { diffGraph, type GraphDiff, isEmpty } from './diff.js';
import { graphOf } from './graph-of.js';
import type { GraphState } from './graph-state.js';
import { type LoadReport, reportOf } from './load-report.js';
import { applyMigrations, pendingMigrations } from './migrations.js';
import type { Dataset } from './record.js';
import { statement } from './statement.js';
import { writeDiff } from './write-diff.js';

/** How to load. */
export interface LoadOptions {
  /** Only say what would be done; default false. */
  readonly dryRun?: boolean;
  /** Hears of every step; default: nobody does. */
  readonly onProgress?: OnProgress;
}

type Run = (statement: Statement) => Promise<Row[]>;

/** Makes what stands in Neo4j exactly the dataset, in one transaction; writes nothing where it is so already. */
export async function loadDataset(
  database: Database,
  dataset: Dataset,
  { dryRun = false, onProgress = () => undefined }: LoadOptions = {},
): Promise<LoadReport> {
  const wanted = graphOf(dataset);
  const pending = await pendingMigrations(database);
  const seen = diffGraph(await readState((query) => database.read(query)), wanted);
  if (dryRun) return reportOf(wanted, seen, pending, true);
  const prevented = await applyMigrations(database, pending, onProgress);
  const diff = isEmpty(seen) ? seen : await writeInOne(database, wanted, onProgress);
  // What prevents a constraint may be what the load has just put right.
  const [still] = await applyMigrations(
    database,
    prevented.map(({ migration }) => migration),
    onProgress,
  );
  if (still !== undefined) throw still.error;
  return reportOf(wanted, diff, pending, false);
}

async function writeInOne(database: Database, wanted: GraphState, onProgress: OnProgress): Promise<GraphDiff> {
  try {
    return await database.write((transaction) => writeAll((query) => transaction.run(query), wanted, onProgress));
  } catch (error) {
    throw error instanceof AtlasError && error.message.includes('already exists with') ? inTheWay(error) : error;
  }
}

/** A constraint covers a whole label, also those of its nodes that belong to somebody else. */
function inTheWay(cause: AtlasError): AtlasError {
  return new AtlasError(
    'DATABASE_REFUSED',
    `${cause.message}: that node is not ours (it has no label :Entity), so it was left alone, and so was the graph. ` +
      'Remove it, or load into another database (NEO4J_DATABASE).',
    { cause },
  );
}

async function readState(run: Run): Promise<CurrentState> {
  return parseState(await run(statement('dataset/read-nodes')), await run(statement('dataset/read-relations')));
}

/** Compares again behind the lock: another loader may have written since. */
async function writeAll(run: Run, wanted: GraphState, onProgress: OnProgress): Promise<GraphDiff> {
  await run(statement('dataset/lock-dataset'));
  const diff = diffGraph(await readState(run), wanted);
  await writeDiff({ run }, diff, onProgress);
  if (isEmpty(diffGraph(await readState(run), wanted))) return diff;
  throw new AtlasError('INTERNAL_SERVER_ERROR', 'The graph written differs from the dataset; it was left as it was.');
}
