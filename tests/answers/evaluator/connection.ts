import { GraphQLError } from 'graphql';
import type { MemoryEntity, MemoryRelation } from './memory-graph.js';

/** An item of a list, and the relation that led to it. */
export interface Item {
  readonly node: MemoryEntity | MemoryRelation;
  readonly relation?: MemoryRelation;
}

type Args = Readonly<Record<string, unknown>>;

/** A list, its filter, and the page that its arguments cut out of it. */
export interface Connection {
  readonly items: readonly Item[];
  readonly where: unknown;
  readonly totalCount: number;
  readonly nodes: readonly Item['node'][];
  readonly edges: readonly (Item & { readonly cursor: string })[];
  readonly pageInfo: object;
}

/** How the evaluator's own cursors begin. */
export const cursorMark = 'cursor of ';

/** Whether a value is a connection. */
export function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'pageInfo' in value;
}

/** A connection over a sorted list: the page that the arguments cut, and where it lies. */
export function connection(items: readonly Item[], args: Args): Connection {
  const [start, end] = pageOf(items.length, args);
  const edges = items.slice(start, end).map((item) => ({ ...item, cursor: `${cursorMark}${item.node.id}` }));
  return {
    items,
    where: args['where'],
    // "How many in all."
    totalCount: items.length,
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      // "More follows.", "More precedes."
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      // "Cursor of the first edge.", "Cursor of the last edge."; null where there is none.
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/**
 * "Page size, 20 unless given, to 100", from the start or, by `last`, from the end; null is as good as absent, for there
 * is no default. "Every page size is clamped to its maximum, never an error." Both together have no meaning.
 */
function pageOf(length: number, { first, last }: Args): [start: number, end: number] {
  const [fromStart, fromEnd] = [first ?? null, last ?? null];
  if (fromStart !== null && fromEnd !== null) {
    throw new GraphQLError('Either first or last.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  const size = Math.min(Math.max(Number(fromStart ?? fromEnd ?? 20), 0), 100);
  return fromEnd === null ? [0, Math.min(length, size)] : [Math.max(0, length - size), length];
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
