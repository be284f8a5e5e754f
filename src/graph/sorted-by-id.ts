import type { GraphContent } from './graph-content.js';

/** The same rows by their ids, which are ASCII. */
export function sortedById<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The same graph with nodes and links by their ids. */
export function sortedContent({ nodes, links, truncated }: GraphContent): GraphContent {
  return { nodes: sortedById(nodes), links: sortedById(links), truncated };
}
