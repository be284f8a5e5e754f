import type { Api, Variables } from '../setup/api.js';

/** A search result with the fields that the tests compare. */
export interface SearchResult {
  readonly cursor: string;
  readonly score: number;
  readonly highlights: readonly string[];
  readonly node: { readonly id: string; readonly name: string };
}

/** A page of search results. */
export interface SearchPage {
  readonly totalCount: number;
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly edges: readonly SearchResult[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}

const searchQuery = `query ($text: String!, $types: [EntityType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    totalCount types { type count } pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor score highlights node { id name } }
  }
}`;

/** Requests a page of search results. */
export async function search(api: Api, searchText: string, variables: Variables = {}): Promise<SearchPage> {
  return (await api.query<{ search: SearchPage }>(searchQuery, { text: searchText, ...variables })).search;
}

/** Returns the ids of the first page of search results. */
export async function searchIds(api: Api, searchText: string, variables?: Variables): Promise<string[]> {
  return (await search(api, searchText, variables)).edges.map(({ node }) => node.id);
}

/** Requests all pages of a search and returns their results. */
export async function searchAll(api: Api, searchText: string, variables: Variables = {}): Promise<SearchResult[]> {
  const { edges, pageInfo } = await search(api, searchText, { first: 100, ...variables });
  if (!pageInfo.hasNextPage) return [...edges];
  return [...edges, ...(await searchAll(api, searchText, { ...variables, after: pageInfo.endCursor }))];
}
