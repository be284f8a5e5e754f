import type { Random } from '../../bench/graph/random.js';

/** The kinds of requests that are measured and simulated, as bench/README.md describes them. */
export const workNames = ['point', 'levels', 'filter', 'search', 'path', 'neighborhood'] as const;

/** A kind of request. */
export type WorkName = (typeof workNames)[number];

/** The share of each kind of request in a load; they add up to 1. */
export type Mix = readonly (readonly [work: WorkName, share: number])[];

/** The mix of the measurements, and the default of the simulation: half of the requests are lookups of one entity. */
export const defaultMix: Mix = [
  ['point', 0.5],
  ['levels', 0.2],
  ['filter', 0.05],
  ['search', 0.15],
  ['path', 0.05],
  ['neighborhood', 0.05],
];

/** Draws a kind of request. */
export function drawWork(mix: Mix, random: Random): WorkName {
  let left = random.next();
  for (const [work, share] of mix) {
    left -= share;
    if (left < 0) return work;
  }
  return mix[0]?.[0] ?? 'point';
}
