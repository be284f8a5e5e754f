import { projectModel } from '../../src/model/project-model.js';
import { toCreateStatement, declareSchema } from '../../src/dataset/neo4j-schema.js';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import type { ReportLine } from '../../src/launchers/launcher.js';
import type { BenchNeo4j, StartedNeo4j } from '../neo4j/bench-neo4j.js';
import { loadArticleDataset } from './article-dataset.js';
import { importGraph } from './import.js';
import { sampleOf, type Sample } from './sample.js';
import { shapeOf, sizes, type Shape, type SizeName } from './shape.js';
import { unwindGraph } from './unwind.js';

/** The name of a graph: the article's own, or a synthetic one. */
export type GraphName = 'article' | SizeName;

/** The names of all graphs. */
export const graphNames: readonly GraphName[] = ['article', '12k', '80k', '1m', '5m'];

/** A running Neo4j with a loaded graph. */
export interface LoadedGraph {
  readonly neo4j: StartedNeo4j;
  readonly sample: Sample;
  /** The shape of the graph, if it is synthetic. */
  readonly shape?: Shape;
  /** The nodes and relations loaded per second, without the time for indexes. */
  readonly rowsPerSecond: number;
}

const indexTimeoutMs = 3_600_000;

/** Loads a graph into a stopped Neo4j and starts it. Prints the loading rate. */
export async function loadGraph(name: GraphName, neo4j: BenchNeo4j, say: ReportLine): Promise<LoadedGraph> {
  if (name === 'article') return loadArticleGraph(neo4j, say);
  const shape = shapeOf(sizes[name]);
  const { rows, seconds } = await measureTime(() => importGraph(neo4j, shape));
  say(`Graph ${name}: ${formatRate(rows, seconds)} by neo4j-admin database import, including their generation`);
  const started = await neo4j.start();
  const indexing = await measureTime(async () => {
    await withDatabase(started, addIndexes);
    return 0;
  });
  say(`  constraints and indexes in ${indexing.seconds.toFixed(1)} s`);
  return { neo4j: started, sample: sampleOf(shape), shape, rowsPerSecond: Math.round(rows / seconds) };
}

/** Starts a stopped Neo4j and loads a graph in batches over Bolt, for comparison. Prints the loading rate. */
export async function loadByUnwind(name: SizeName, neo4j: BenchNeo4j, say: ReportLine): Promise<StartedNeo4j> {
  const started = await neo4j.start();
  await withDatabase(started, addIndexes);
  const { rows, seconds } = await measureTime(() =>
    withDatabase(started, (database) => unwindGraph(database, shapeOf(sizes[name]))),
  );
  say(`Graph ${name}: ${formatRate(rows, seconds)} by batches of UNWIND, including their generation`);
  return started;
}

async function loadArticleGraph(neo4j: BenchNeo4j, say: ReportLine): Promise<LoadedGraph> {
  const started = await neo4j.start();
  const { rows: dataset, seconds } = await measureTime(() => withDatabase(started, loadArticleDataset));
  say(`Graph article: ${formatRate(dataset.rows, seconds)} by the dataset loader`);
  return { neo4j: started, sample: dataset.sample, rowsPerSecond: Math.round(dataset.rows / seconds) };
}

/** Opens a connection to a running Neo4j for the work. */
export async function withDatabase<T>(
  neo4j: Pick<StartedNeo4j, 'target'>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(neo4j.target);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function addIndexes(database: Database): Promise<void> {
  for (const item of declareSchema(projectModel()))
    await database.changeSchema({ ...toCreateStatement(item), timeoutMs: indexTimeoutMs });
  const text = 'CALL db.awaitIndexes(3600)';
  await database.changeSchema({ name: 'bench/await-indexes', text, parameters: {}, timeoutMs: indexTimeoutMs });
}

async function measureTime<T>(work: () => Promise<T>): Promise<{ rows: T; seconds: number }> {
  const start = performance.now();
  const rows = await work();
  return { rows, seconds: (performance.now() - start) / 1_000 };
}

function formatRate(rows: number, seconds: number): string {
  return `${rows} nodes and relations in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} per second`;
}
