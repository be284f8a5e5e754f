import type { Api, Variables } from '../setup/api.js';

/** A find, as the tests compare it. */
export interface Find {
  readonly cursor: string;
  readonly score: number;
  readonly highlights: readonly string[];
  readonly node: { readonly id: string; readonly name: string };
}

/** A page of finds. */
export interface Page {
  readonly totalCount: number;
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly edges: readonly Find[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}

const text = `query ($text: String!, $types: [EntityType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    totalCount types { type count } pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor score highlights node { id name } }
  }
}`;

/** Asks for a page of a search. */
export async function search(api: Api, words: string, variables: Variables = {}): Promise<Page> {
  return (await api.ask<{ search: Page }>(text, { text: words, ...variables })).search;
}

/** The ids of the best twenty finds. */
export async function idsOf(api: Api, words: string, variables?: Variables): Promise<string[]> {
  return (await search(api, words, variables)).edges.map(({ node }) => node.id);
}

/** Every find of a search, page by page. */
export async function searchAll(api: Api, words: string, variables: Variables = {}): Promise<Find[]> {
  const { edges, pageInfo } = await search(api, words, { first: 100, ...variables });
  if (!pageInfo.hasNextPage) return [...edges];
  return [...edges, ...(await searchAll(api, words, { ...variables, after: pageInfo.endCursor }))];
}
