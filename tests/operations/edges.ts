/** An item of a connection, with the relation that the list followed to it. */
interface Edge<N, R = unknown> {
  readonly relation: { readonly id: string; readonly status: string } & R;
  readonly node: N;
}

/** A connection whose edges were selected. */
export interface Edges<N, R = unknown> {
  readonly edges: readonly Edge<N, R>[];
}

/** Returns the slugs of the items, in order. */
export function slugsOf({ edges }: Edges<{ readonly slug: string }>): string[] {
  return edges.map(({ node }) => node.slug);
}

/** Maps the slug of each item to the status of its relation. */
export function statusesOf({ edges }: Edges<{ readonly slug: string }>): Record<string, string> {
  return Object.fromEntries(edges.map(({ relation, node }) => [node.slug, relation.status]));
}

/** All statuses, for lists that leave out refuted facts by default. */
export const allStatuses = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];
