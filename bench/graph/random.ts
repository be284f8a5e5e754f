/** Numbers that are the same for the same stream and index, whatever was drawn before: no order to keep, no state. */
export interface Draws {
  /** The next number from 0 to just below 1. */
  next(): number;
  /** A whole number from 0 to just below the bound. */
  below(bound: number): number;
  /** A whole number below the bound, small ones far more often: how a few entities come to have most relations. */
  skewed(bound: number): number;
  /** One of the items. */
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Opens the draws that belong to one item of a stream. */
export function drawsOf(stream: number, index: number): Draws {
  let state = mix(mix(stream ^ 0x9e3779b9) + index);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) / 0x1_0000_0000;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    // Squaring makes the k-th item's share fall with the root of k: a long tail, and hubs that grow with the graph.
    skewed: (bound) => Math.floor(next() ** 2 * bound),
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
