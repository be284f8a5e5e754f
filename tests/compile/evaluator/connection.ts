import type { MemoryEntity, MemoryRelation } from './memory-graph.js';

/** An item of a list, and the relation that led to it. */
export interface Item {
  readonly node: MemoryEntity | MemoryRelation;
  readonly relation?: MemoryRelation;
}

/** A connection over a sorted list: the page that the arguments cut, and where it lies. */
export function connection(items: readonly Item[], args: Readonly<Record<string, unknown>>): object {
  const [start, end] = pageOf(items, args);
  const edges = items.slice(start, end).map((item) => ({ ...item, cursor: item.node.id }));
  return {
    totalCount: items.length,
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function pageOf(items: readonly Item[], args: Readonly<Record<string, unknown>>): [start: number, end: number] {
  const { first, last, after, before } = args;
  const from = typeof after === 'string' ? placeOf(items, after) + 1 : 0;
  const to = typeof before === 'string' ? placeOf(items, before) : items.length;
  const size = Math.min(Math.max(Number(first ?? last ?? 20), 0), 100);
  if (typeof last === 'number') return [Math.max(from, to - size), to];
  return [from, Math.min(to, from + size)];
}

// The evaluator's own cursors are ids.
function placeOf(items: readonly Item[], cursor: string): number {
  return items.findIndex(({ node }) => node.id === cursor);
}

/** Sorts by several keys, the first deciding. */
export function sortBy<T>(
  items: readonly T[],
  keys: readonly ((item: T) => string | number)[],
  down: readonly boolean[],
): T[] {
  return items.toSorted((a, b) => {
    for (const [index, key] of keys.entries()) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return (left < right ? -1 : 1) * (down[index] ? -1 : 1);
    }
    return 0;
  });
}
