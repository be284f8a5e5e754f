import { encodeCursor } from '../compile/cursor.js';
import { readOff } from '../read/read-off.js';
import { stored } from '../read/resolvers.js';
import type { RelationRow } from '../relation/record.js';
import type { ConnectionRow, EdgeRow, PageInfoRow } from './record.js';

/** Resolvers that every connection type has. */
export function connectionFields<N>() {
  return {
    totalCount: stored('totalCount'),
    nodes: stored('nodes'),
    edges: stored('edges'),
    pageInfo: (connection: ConnectionRow<N>): PageInfoRow => connection,
  };
}

/** Resolvers of an edge that no relation leads to. */
export function placeFields<N>() {
  return {
    cursor: (edge: EdgeRow<N>): string => encodeCursor(edge.cursor),
    node: stored('node'),
  };
}

/** Resolvers of an edge to an entity, which a relation may have led to. */
export function edgeFields<N>() {
  return {
    ...placeFields<N>(),
    relation: readOff('relation', (edge: EdgeRow<N>): RelationRow | null => edge.relation ?? null),
  };
}

/** Resolvers of PageInfo, read off its connection. */
export const pageInfoFields = {
  hasNextPage: ({ backward, beyond, overflows }: PageInfoRow): boolean => (backward ? beyond : overflows) ?? false,
  hasPreviousPage: ({ backward, beyond, overflows }: PageInfoRow): boolean => (backward ? overflows : beyond) ?? false,
  startCursor: ({ edges }: PageInfoRow): string | null => cursorOf(edges.at(0)),
  endCursor: ({ edges }: PageInfoRow): string | null => cursorOf(edges.at(-1)),
};

function cursorOf(edge: EdgeRow<unknown> | undefined): string | null {
  return edge ? encodeCursor(edge.cursor) : null;
}
