import type { Api, Variables } from '../setup/api.js';

/** A search result with the fields that the tests compare. */
export interface Find {
  readonly cursor: string;
  readonly score: number;
  readonly highlights: readonly string[];
  readonly node: { readonly id: string; readonly name: string };
}

/** A page of search results. */
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

/** Requests a page of search results. */
export async function search(api: Api, words: string, variables: Variables = {}): Promise<Page> {
  return (await api.ask<{ search: Page }>(text, { text: words, ...variables })).search;
}

/** Returns the ids of the first page of search results. */
export async function idsOf(api: Api, words: string, variables?: Variables): Promise<string[]> {
  return (await search(api, words, variables)).edges.map(({ node }) => node.id);
}

/** Requests all pages of a search and returns their results. */
export async function searchAll(api: Api, words: string, variables: Variables = {}): Promise<Find[]> {
  const { edges, pageInfo } = await search(api, words, { first: 100, ...variables });
  if (!pageInfo.hasNextPage) return [...edges];
  return [...edges, ...(await searchAll(api, words, { ...variables, after: pageInfo.endCursor }))];
}
