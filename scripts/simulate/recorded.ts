import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured, MeasuredGraph } from '../../bench/capacity/measured.js';
import { packageRoot } from '../../src/paths.js';

/** Reads docs/scaling/measured.json. */
export function readMeasured(): Measured {
  const text = readFileSync(join(packageRoot, 'docs', 'scaling', 'measured.json'), 'utf8');
  return JSON.parse(text) as Measured; // written by bench/capacity.ts
}

/** The measured graphs whose measurements are complete, from the smallest. */
export function measuredGraphs({ graphs }: Measured): MeasuredGraph[] {
  const complete = Object.values(graphs).filter(isComplete);
  return complete.toSorted((first, second) => first.nodes - second.nodes);
}

function isComplete(graph: Partial<MeasuredGraph>): graph is MeasuredGraph {
  return [graph.nodes, graph.store, graph.operations, graph.heap].every((part) => part !== undefined);
}
