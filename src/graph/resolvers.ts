import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { readRootField } from '../execute/resolvers.js';
import { exportGraph } from './export/export-graph.js';
import { jsonScalar } from './json-scalar.js';
import { sortedContent } from './sorted-by-id.js';

/** Resolvers of the graph concept. */
export const graphResolvers = {
  Query: { graph: readRootField, neighborhood: readRootField, between: readRootField },
  JSON: jsonScalar,
  Graph: {
    export: ({ content }, { format }) => exportGraph(sortedContent(content), format),
  },
} satisfies ConceptResolvers<'graph' | 'neighborhood' | 'between', 'Graph' | 'JSON'>;
