/** A page of a list of entities, as far as these tests look at it. */
export interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly slug: string } }[];
  readonly pageInfo: PageInfo;
}

/** Where a page lies. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** The fields of a page. */
export const pageFields =
  '{ totalCount edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

/** The slugs on a page. */
export function slugsOf(page: { readonly edges: readonly { readonly node: { readonly slug: string } }[] }): string[] {
  return page.edges.map(({ node }) => node.slug);
}
