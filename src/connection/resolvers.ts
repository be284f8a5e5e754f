import { encodeCursor } from '../compile/cursor.js';
import type { RelationRow } from '../relation/record.js';
import type { ConnectionRow, EdgeRow, PageInfoRow, PageRow } from './record.js';

/** Resolvers that every connection type has. */
export function connectionFields<N>() {
  return {
    totalCount: (connection: ConnectionRow<N>): number => pageOf(connection).total ?? 0,
    nodes: (connection: ConnectionRow<N>): readonly N[] => (isList(connection) ? connection : nodesOf(connection)),
    edges: (connection: ConnectionRow<N>): readonly EdgeRow<N>[] => edgesOf(pageOf(connection)),
    pageInfo: (connection: ConnectionRow<N>): PageInfoRow => pageOf(connection),
  };
}

/** Resolvers of an edge that no relation leads to. */
export function placeFields<N>() {
  return {
    cursor: (edge: EdgeRow<N>): string => encodeCursor(edge.cursor),
    node: (edge: EdgeRow<N>): N => edge.node,
  };
}

/** Resolvers of an edge to an entity, which a relation may have led to. */
export function edgeFields<N>() {
  return { ...placeFields<N>(), relation: (edge: EdgeRow<N>): RelationRow | null => edge.relation ?? null };
}

/** Resolvers of PageInfo, read off its connection. */
export const pageInfoFields = {
  hasNextPage: (page: PageInfoRow): boolean => (page.backward ? page.beyond : overflows(page)) ?? false,
  hasPreviousPage: (page: PageInfoRow): boolean => (page.backward ? overflows(page) : page.beyond) ?? false,
  startCursor: (page: PageInfoRow): string | null => cursorOf(edgesOf(page).at(0)),
  endCursor: (page: PageInfoRow): string | null => cursorOf(edgesOf(page).at(-1)),
};

// Written out, because Array.isArray does not know read-only arrays.
function isList<N>(connection: ConnectionRow<N>): connection is readonly N[] {
  return Array.isArray(connection);
}

function pageOf<N>(connection: ConnectionRow<N>): PageRow<N> {
  return isList(connection) ? { nodes: connection } : connection;
}

function nodesOf<N>(page: PageRow<N>): readonly N[] {
  return page.nodes ? onPage(page, page.nodes) : edgesOf(page).map(({ node }) => node);
}

function edgesOf<N>(connection: PageRow<N>): readonly EdgeRow<N>[] {
  return onPage(connection, connection.edges ?? []);
}

// A page may hold one item more than its size; it stands at the far end.
function onPage<T>({ size, backward }: PageRow<unknown>, items: readonly T[]): readonly T[] {
  if (size === undefined || items.length <= size) return items;
  return backward ? items.slice(items.length - size) : items.slice(0, size);
}

function overflows({ size, nodes, edges, past }: PageInfoRow): boolean {
  return past === true || (size !== undefined && (edges ?? nodes ?? []).length > size);
}

function cursorOf(edge: EdgeRow<unknown> | undefined): string | null {
  return edge ? encodeCursor(edge.cursor) : null;
}
