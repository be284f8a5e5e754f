import { measureItem } from '../measure/measure-item.js';
import type { SizeName } from '../graph/shape.js';
import type { RunEnvironment } from '../measure/measure-graph.js';
import type { StartedNeo4j } from '../neo4j/bench-neo4j.js';
import { startServer, type RunningServer } from '../servers/child.js';
import { workItems } from '../work/items.js';
import { openDatabase } from '../../src/neo4j/database.js';
import { createCaseContext } from '../measure/measure-graph.js';
import { parseArguments } from '../arguments.js';
import { pagedBytes } from '../../scripts/simulate/memory-model.js';
import { workNames } from '../../scripts/simulate/mix.js';
import { countGraph, withNeo4j, type KeptGraph } from './kept-graph.js';
import { recordGraph, type MeasuredOperation } from './measured.js';
import { measureHeap, measurePageReads } from './measure-memory.js';
import { createBodies } from './requests.js';
import { measureStore } from './store-bytes.js';

/**
 * The page cache sizes to measure, as shares of the data that go through it. Filling a large one takes many requests, so
 * larger graphs are only measured with a small one, where almost every page is read from the files.
 */
const pageCacheShares: Readonly<Partial<Record<SizeName, readonly number[]>>> = { '80k': [0.75, 0.5, 0.25, 0.05] };
const smallPageCacheMb = 64;

/** Measures the size of the graph's files. */
export async function recordStore(graph: KeptGraph, environment: RunEnvironment): Promise<void> {
  const counts = await withNeo4j(graph, environment, countGraph);
  recordGraph(graph.name, { ...counts, store: measureStore(graph.neo4j.directory) });
}

/** Measures the CPU time of each kind of request, and Neo4j's heap. */
export async function recordOperations(graph: KeptGraph, environment: RunEnvironment): Promise<void> {
  await withNeo4j(graph, environment, async (neo4j) => {
    const operations = await withServer(neo4j, environment, 'ours', async (server) => {
      const bodies = await createBodies(graph, neo4j);
      const costs = await measureCosts(graph, neo4j, server, environment);
      const heap = await measureHeap(neo4j, server, bodies, environment.context.signal);
      recordGraph(graph.name, { heap });
      return costs;
    });
    const cached = await withServer(neo4j, environment, 'ours-cached', (server) =>
      measureCosts(graph, neo4j, server, environment, ['cached']),
    );
    recordGraph(graph.name, { operations: [...operations, ...cached] });
  });
}

/** Measures the page reads at several sizes of the page cache. */
export async function recordPageReads(graph: KeptGraph, environment: RunEnvironment): Promise<void> {
  const pagedMb = pagedBytes(measureStore(graph.neo4j.directory)) / 2 ** 20;
  const pageReads = [];
  const sizesMb = pageCacheShares[graph.name]?.map((share) => Math.round(pagedMb * share)) ?? [smallPageCacheMb];
  for (const pageCacheMb of sizesMb) {
    const measured = await withNeo4j(
      graph,
      environment,
      (neo4j) =>
        withServer(neo4j, environment, 'ours', async (server) =>
          measurePageReads(pageCacheMb, neo4j, server, await createBodies(graph, neo4j), environment.context.signal),
        ),
      pageCacheMb,
    );
    pageReads.push(...measured);
    environment.context.report(JSON.stringify(measured));
    recordGraph(graph.name, { pageReads });
  }
}

async function measureCosts(
  graph: KeptGraph,
  neo4j: StartedNeo4j,
  server: RunningServer,
  { context }: RunEnvironment,
  works: readonly string[] = workNames,
): Promise<MeasuredOperation[]> {
  const database = await openDatabase(neo4j.target);
  try {
    const args = parseArguments(['--connections', '1,64', '--seconds', '2', '--rounds', '1']);
    if (args === undefined) throw new Error('Expected arguments.');
    const sample = { ...graph.sample };
    const measureContext = {
      ...{ graph: graph.name, caseContext: createCaseContext(graph.name, { sample }, database, []) },
      ...{ servers: [server], databasePid: () => neo4j.pid, ...context },
    };
    const costs: MeasuredOperation[] = [];
    for (const item of workItems.filter(({ name }) => works.includes(name))) {
      const { figures } = await measureItem(measureContext, item, args);
      for (const { server: _server, graph: _graph, memoryMb: _memory, ...cost } of figures) costs.push(cost);
      context.report(`${item.name}: ${JSON.stringify(figures)}`);
    }
    return costs;
  } finally {
    await database.close();
  }
}

async function withServer<T>(
  { target }: StartedNeo4j,
  { cleanups }: RunEnvironment,
  name: 'ours' | 'ours-cached',
  work: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const server = await startServer(name, { neo4j: target });
  const stop = (): Promise<void> => server.stop();
  cleanups.push(stop);
  try {
    return await work(server);
  } finally {
    cleanups.splice(cleanups.indexOf(stop), 1);
    await stop();
  }
}
