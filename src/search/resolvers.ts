import { connectionFields, placeFields } from '../connection/resolvers.js';
import type { EntityRow } from '../entity/record.js';
import { typeNameOf } from '../entity/type-name.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, stored } from '../read/resolvers.js';
import { highlights } from './highlight.js';
import type { SearchConnectionRow, SearchEdgeRow } from './record.js';
import { wantedOf } from './wanted.js';

const connection = connectionFields<EntityRow>();

/** Resolvers of the search concept. */
export const searchResolvers = {
  Query: {
    search: async (_root, { text }, context, info) => {
      const { edges, ...row } = await context.read<SearchConnectionRow>(info);
      return { ...row, edges: sought(edges, text) };
    },
    suggest: compiled,
    resolve: async (_root, { names }, context, info) => {
      const rows = await context.read<readonly { readonly candidates?: readonly SearchEdgeRow[] }[]>(info);
      return rows.map(({ candidates = [] }, place) => {
        const name = names[place] ?? '';
        return { name, candidates: sought(candidates.map(byNames), name) };
      });
    },
  },
  SearchConnection: {
    totalCount: connection.totalCount,
    nodes: connection.nodes,
    edges: connection.edges,
    pageInfo: connection.pageInfo,
    types: ({ types }) => types ?? [],
  },
  SearchEdge: {
    ...placeFields<EntityRow>(),
    score: stored('score'),
    highlights: ({ texts, wanted }) => (texts && wanted ? highlights(texts, wanted) : []),
  },
  Suggestion: {
    entity: stored('entity'),
    text: stored('text'),
    hint: ({ hint: [id, ...names] }) => [typeNameOf(id), ...names].join(' · '),
  },
  Resolution: { name: ({ name }) => name, candidates: ({ candidates }) => candidates },
} satisfies ConceptResolvers<
  'search' | 'suggest' | 'resolve',
  'SearchConnection' | 'SearchEdge' | 'Suggestion' | 'Resolution'
>;

// What was searched for is only looked at for highlights.
function sought(edges: readonly SearchEdgeRow[], text: string): readonly SearchEdgeRow[] {
  if (!edges.some(({ texts }) => texts)) return edges;
  const wanted = wantedOf(text);
  return edges.map((edge) => ({ ...edge, wanted }));
}

// Names are resolved by names alone: what a summary shares with them is chance.
function byNames({ texts, ...edge }: SearchEdgeRow): SearchEdgeRow {
  return texts ? { ...edge, texts: { ...texts, summary: null, summaryZh: null } } : edge;
}
