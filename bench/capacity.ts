import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.js';
import { openGraph, withNeo4j } from './capacity/kept-graph.js';
import { recordOperations, recordPageReads, recordStore, warmUpNeo4j } from './capacity/measure-graph-capacity.js';
import { recordServerRuns } from './capacity/measure-servers.js';
import { createBodies } from './capacity/requests.js';
import type { SizeName } from './graph/shape.js';
import type { RunEnvironment } from './measure/measure-graph.js';

const { values } = parseArgs({
  options: {
    graph: { type: 'string', default: '80k,1m,5m' },
    data: { type: 'string' },
    part: { type: 'string', default: 'store,operations,pages,servers' },
    workers: { type: 'string', default: '1' },
  },
});

const abortController = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => abortController.abort(signal));

const temporaryDir = await mkdtemp(join(tmpdir(), 'aigc-atlas-capacity-'));
const cleanups = [() => rm(temporaryDir, { recursive: true, force: true })];
try {
  const { cacheDir, javaHome } = readConfig({ ...process.env, NEO4J_URI: '', ATLAS_NEO4J: '' }).neo4j;
  const report = (line: string): void => void process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  const environment: RunEnvironment = {
    options: { dataDir: temporaryDir, cacheDir, javaHome },
    context: { report, signal: abortController.signal },
    cleanups,
  };
  for (const name of values.graph.split(',')) await measure(name as SizeName, environment);
} finally {
  for (const cleanup of cleanups.reverse()) await cleanup();
}
process.exit();

async function measure(name: SizeName, environment: RunEnvironment): Promise<void> {
  const parts = values.part.split(',');
  const graph = await openGraph(name, resolve(values.data ?? temporaryDir), environment);
  environment.context.report(`Graph ${name}`);
  if (parts.includes('store')) await recordStore(graph, environment);
  if (parts.includes('operations') || parts.includes('servers'))
    await withNeo4j(graph, environment, async (neo4j) => {
      const bodies = await createBodies(graph, neo4j);
      await warmUpNeo4j(neo4j, bodies, environment);
      if (parts.includes('operations')) await recordOperations(graph, neo4j, bodies, environment);
      if (!parts.includes('servers')) return;
      await recordServerRuns(graph, neo4j, bodies, values.workers.split(',').map(Number), environment);
    });
  if (parts.includes('pages')) await recordPageReads(graph, environment);
}
