import type { PartialResolvers } from '../execute/partial-resolvers.js';
import { readRootField } from '../execute/resolvers.js';
import { highlights } from './highlight.js';
import type { SearchConnectionRow, SearchEdgeRow } from './record.js';
import { parseSearchTerms } from './search-terms.js';

/** Resolvers of the search concept. */
export const searchResolvers = {
  Query: {
    search: async (_root, { text }, context, info) => {
      const row = await context.read<SearchConnectionRow>(info);
      return { ...row, edges: withSearchTerms(row.edges, text) };
    },
    suggest: readRootField,
    resolve: async (_root, { names }, context, info) => {
      const rows = await context.read<readonly { readonly candidates?: readonly SearchEdgeRow[] }[]>(info);
      return rows.map(({ candidates = [] }, index) => {
        const name = names[index] ?? '';
        return { name, candidates: withSearchTerms(candidates.map(withNamesOnly), name) };
      });
    },
  },
  SearchEdge: { highlights: ({ texts, searchTerms }) => (texts && searchTerms ? highlights(texts, searchTerms) : []) },
} satisfies PartialResolvers;

// Only highlights need the search terms.
function withSearchTerms(edges: readonly SearchEdgeRow[], text: string): readonly SearchEdgeRow[] {
  if (!edges.some(({ texts }) => texts)) return edges;
  const terms = parseSearchTerms(text);
  return edges.map((edge) => ({ ...edge, searchTerms: terms }));
}

// Resolved names are not highlighted in summaries.
function withNamesOnly({ texts, ...edge }: SearchEdgeRow): SearchEdgeRow {
  return texts ? { ...edge, texts: { ...texts, summary: null, summaryZh: null, wordings: null } } : edge;
}
