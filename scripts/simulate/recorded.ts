import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured, MeasuredGraph } from '../../bench/capacity/measured.js';
import { packageRoot } from '../../src/paths.js';

/** Reads docs/scaling/measured.json. */
export function readMeasured(): Measured {
  const text = readFileSync(join(packageRoot, 'docs', 'scaling', 'measured.json'), 'utf8');
  return JSON.parse(text) as Measured; // written by bench/capacity.ts
}

/** The measured graphs, from the smallest. */
export function measuredGraphs({ graphs }: Measured): MeasuredGraph[] {
  const sized = Object.values(graphs).filter(hasStore);
  return sized.toSorted((first, second) => first.nodes - second.nodes);
}

function hasStore(graph: Partial<MeasuredGraph>): graph is MeasuredGraph {
  return graph.nodes !== undefined && graph.store !== undefined;
}
