import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizes } from '../../bench/graph/shape.js';
import type { Figures } from '../../bench/measure/figures.js';
import type { WrittenResults } from '../../bench/report/results.js';
import { packageRoot } from '../../src/paths.js';
import type { CostSource } from './cost-model.js';
import { workNames } from './mix.js';

/** The runs of docs/performance with 1 and with 64 connections. */
const runs = ['one-connection', 'all-work'];
const graphName = '80k';

/** The figures of each kind of request in docs/performance, on the graph of 80 thousand nodes with the cache off. */
export function readKinds(): Figures[] {
  return readFigures().filter(({ server, work }) => server === 'ours' && workNames.some((name) => name === work));
}

/** The costs that docs/performance has recorded for the graph of 80 thousand nodes. */
export function readBaseCosts(): CostSource {
  const cached = readFigures().filter(({ server, work }) => server === 'ours-cached' && work === 'cached');
  return { nodes: sizes[graphName], operations: [...readKinds(), ...cached] };
}

function readFigures(): Figures[] {
  return runs.flatMap((run) => {
    const text = readFileSync(join(packageRoot, 'docs', 'performance', `${run}.json`), 'utf8');
    const { figures } = JSON.parse(text) as WrittenResults; // written by the benchmark
    return figures.filter(({ graph }) => graph === graphName);
  });
}
