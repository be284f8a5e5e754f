/** A page of an entity list, with the fields that these tests read. */
export interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly slug: string } }[];
  readonly pageInfo: PageInfo;
}

/** The `pageInfo` of a page. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** The selection set that returns a `Page`. */
export const pageFields =
  '{ totalCount edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

/** The slugs of a page's nodes, in order. */
export function slugsOf(page: { readonly edges: readonly { readonly node: { readonly slug: string } }[] }): string[] {
  return page.edges.map(({ node }) => node.slug);
}
