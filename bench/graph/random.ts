/** A pseudorandom number generator, seeded by a stream and an index, so that items can be generated in any order. */
export interface Random {
  /** The next number from 0 to below 1. */
  next(): number;
  /** An integer from 0 to below the bound. */
  integerBelow(bound: number): number;
  /** An integer from 0 to below the bound, skewed toward small ones, so that a few entities have most relations. */
  skewedBelow(bound: number): number;
  /** A random item. */
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Creates the generator of one item of a stream. */
export function createRandom(stream: number, index: number): Random {
  let state = mixBits(mixBits(stream ^ 0x9e3779b9) + index);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mixBits(state) / 0x1_0000_0000;
  };
  const integerBelow = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    integerBelow,
    // Squaring makes the share of item k proportional to 1/√k: a long tail, and hubs that grow with the graph.
    skewedBelow: (bound) => Math.floor(next() ** 2 * bound),
    pick: (items) => items[integerBelow(items.length)] ?? items[0],
  };
}

function mixBits(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
