import { GraphQLError } from 'graphql';
import type { MemoryEntity, MemoryRelation } from './memory-graph.js';

/** An item of a list, and the relation that leads to it if the list follows relations. */
export interface Item {
  readonly node: MemoryEntity | MemoryRelation;
  readonly relation?: MemoryRelation;
}

type Args = Readonly<Record<string, unknown>>;

/** A list, its filter, and the page that its arguments select. */
export interface Connection {
  readonly items: readonly Item[];
  readonly where: unknown;
  readonly totalCount: number;
  readonly nodes: readonly Item['node'][];
  readonly edges: readonly (Item & { readonly cursor: string })[];
  readonly pageInfo: object;
}

/** The prefix of the evaluator's cursors. */
export const cursorPrefix = 'cursor of ';

/** Whether a value is a connection. */
export function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'pageInfo' in value;
}

/** Returns the connection for a sorted list and the arguments of its page. */
export function toConnection(items: readonly Item[], args: Args): Connection {
  const [start, end] = pageOf(items.length, args);
  const edges = items.slice(start, end).map((item) => ({ ...item, cursor: `${cursorPrefix}${item.node.id}` }));
  return {
    items,
    where: args['where'],
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

/**
 * The page size is `first` from the start or `last` from the end: 20 by default, clamped to 0 to 100. Null means
 * absent. `first` and `last` together are an error.
 */
function pageOf(length: number, { first, last }: Args): [start: number, end: number] {
  const [fromStart, fromEnd] = [first ?? null, last ?? null];
  if (fromStart !== null && fromEnd !== null) {
    throw new GraphQLError('Expected either first or last, found both.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  const size = Math.min(Math.max(Number(fromStart ?? fromEnd ?? 20), 0), 100);
  return fromEnd === null ? [0, Math.min(length, size)] : [Math.max(0, length - size), length];
}

/** Sorts by several keys; each further key orders items that are equal so far. */
export function sortBy<T>(
  items: readonly T[],
  keys: readonly ((item: T) => string | number)[],
  descending: readonly boolean[],
): T[] {
  return items.toSorted((a, b) => {
    for (const [index, key] of keys.entries()) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return (left < right ? -1 : 1) * (descending[index] ? -1 : 1);
    }
    return 0;
  });
}
