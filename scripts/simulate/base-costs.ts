import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizes } from '../../bench/graph/shape.js';
import type { Figures } from '../../bench/measure/figures.js';
import type { WrittenResults } from '../../bench/report/results.js';
import { packageRoot } from '../../src/paths.js';
import type { BaseCosts, GrowthRun } from './cost-model.js';
import { workNames } from './mix.js';
import { readMeasured } from './recorded.js';

/** The runs of docs/performance with 1 and with 64 connections, and their graph. */
const baseRuns = ['one-connection', 'all-work'];
const baseGraph = '80k';

/** The figures of each kind of request in docs/performance, on the graph of 80 thousand nodes with the cache off. */
export function readKinds(): Figures[] {
  return readBase().filter(isKind);
}

/** The costs on the graph of 80 thousand nodes: of each kind in docs/performance, of a cache hit in docs/scaling. */
export function readBaseCosts(): BaseCosts {
  return { nodes: sizes[baseGraph], operations: readKinds(), hitMs: readHitMs() };
}

// One server whose responses are all cached.
function readHitMs(): number {
  const run = readMeasured().servers.find(
    ({ graph, servers, workers, hasOwnCore, hitShare }) =>
      graph === baseGraph && servers === 1 && workers === 1 && !hasOwnCore && hitShare > 0.99,
  );
  if (!run) throw new Error('Expected a run of one server with all responses cached in docs/scaling/measured.json.');
  return run.serverCpuMs;
}

/** The graphs of the run `growth` of docs/performance, which has some kinds of requests. */
export function readGrowthRun(): GrowthRun {
  const figures = readFigures('growth').filter(isKind);
  return (['80k', '1m', '5m'] as const).map((name) => ({
    nodes: sizes[name],
    operations: figures.filter(({ graph }) => graph === name),
  }));
}

function readBase(): Figures[] {
  return baseRuns.flatMap(readFigures).filter(({ graph }) => graph === baseGraph);
}

function readFigures(run: string): readonly Figures[] {
  const text = readFileSync(join(packageRoot, 'docs', 'performance', `${run}.json`), 'utf8');
  return (JSON.parse(text) as WrittenResults).figures; // written by the benchmark
}

function isKind({ server, work }: Figures): boolean {
  return server === 'ours' && workNames.some((name) => name === work);
}
