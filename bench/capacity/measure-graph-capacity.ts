import { applyLoad } from '../measure/apply-load.js';
import { figuresOf } from '../measure/figures.js';
import type { SizeName } from '../graph/shape.js';
import type { RunEnvironment } from '../measure/measure-graph.js';
import type { StartedNeo4j } from '../neo4j/bench-neo4j.js';
import { startServer, type RunningServer } from '../servers/child.js';
import { pagedBytes } from '../../scripts/simulate/memory-model.js';
import { closeAfter } from './close-after.js';
import { countGraph, withNeo4j, type KeptGraph } from './kept-graph.js';
import { recordGraph, type MeasuredOperation } from './measured.js';
import { measureHeap, measurePageReads } from './measure-memory.js';
import { createBodies, drawMix, type Bodies } from './requests.js';
import { measureStore } from './store-bytes.js';

/**
 * The page cache sizes to measure, as shares of the data that go through it. Filling a large one takes many requests, so
 * larger graphs are only measured with a small one.
 */
const pageCacheShares: Readonly<Partial<Record<SizeName, readonly number[]>>> = { '80k': [0.75, 0.5, 0.25, 0.05] };
const smallShare = 0.05;

const warmUpRequests = 150_000;

/** Measures the size of the graph's files. */
export async function recordStore(graph: KeptGraph, environment: RunEnvironment): Promise<void> {
  const counts = await withNeo4j(graph, environment, countGraph);
  recordGraph(graph.name, { ...counts, store: measureStore(graph.neo4j.directory) });
}

/** Warms up a Neo4j with the mix: the JVM compiles what it has run often. */
export async function warmUpNeo4j(neo4j: StartedNeo4j, bodies: Bodies, environment: RunEnvironment): Promise<void> {
  const load = { connections: 64, seconds: 1, requests: warmUpRequests };
  await withServer(neo4j, environment, (server) =>
    applyLoad(server, neo4j.pid, drawMix(bodies, warmUpRequests, 1_000), load, environment.context.signal),
  );
}

/** Measures the CPU time of each kind of request, and Neo4j's heap. */
export async function recordOperations(
  graph: KeptGraph,
  neo4j: StartedNeo4j,
  bodies: Bodies,
  environment: RunEnvironment,
): Promise<void> {
  const operations = await withServer(neo4j, environment, async (server) => {
    const costs = await measureCosts(graph, neo4j, server, bodies, environment.context);
    recordGraph(graph.name, { heap: await measureHeap(neo4j, server, bodies, environment.context.signal) });
    return costs;
  });
  recordGraph(graph.name, { operations });
}

/** Measures the page reads at several sizes of the page cache. */
export async function recordPageReads(graph: KeptGraph, environment: RunEnvironment): Promise<void> {
  const pagedMb = pagedBytes(measureStore(graph.neo4j.directory)) / 2 ** 20;
  const pageReads = [];
  for (const share of pageCacheShares[graph.name] ?? [smallShare]) {
    const pageCacheMb = Math.round(pagedMb * share);
    const measured = await withNeo4j(
      graph,
      environment,
      (neo4j) =>
        withServer(neo4j, environment, async (server) =>
          measurePageReads(pageCacheMb, neo4j, server, await createBodies(graph, neo4j), environment.context.signal),
        ),
      pageCacheMb,
    );
    pageReads.push(...measured);
    environment.context.report(JSON.stringify(measured));
    recordGraph(graph.name, { pageReads });
  }
}

/** Requests of each kind: those before the measurement, and in it. */
const [warmUpPerKind, measuredPerKind] = [2_000, 4_000];
const connections = 64;

/** Measures a fixed number of requests of each kind, so that a busy machine only takes longer. */
async function measureCosts(
  { name }: KeptGraph,
  { pid }: StartedNeo4j,
  server: RunningServer,
  bodies: Readonly<Record<string, readonly string[]>>,
  { signal, report }: RunEnvironment['context'],
): Promise<MeasuredOperation[]> {
  const costs: MeasuredOperation[] = [];
  const load = { connections, seconds: 1 };
  for (const [work, requests] of Object.entries(bodies)) {
    await applyLoad(server, pid, requests, { ...load, requests: warmUpPerKind }, signal);
    const window = await applyLoad(server, pid, requests, { ...load, requests: measuredPerKind }, signal);
    const subject = { graph: name, work, connections, server: server.name };
    const { graph: _graph, server: _server, memoryMb: _memory, ...cost } = figuresOf(subject, [window]);
    report(JSON.stringify(cost));
    costs.push(cost);
  }
  return costs;
}

async function withServer<T>(
  { target }: StartedNeo4j,
  environment: RunEnvironment,
  work: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const server = await startServer('ours', { neo4j: target });
  return closeAfter(
    environment,
    () => server.stop(),
    () => work(server),
  );
}
