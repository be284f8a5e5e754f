import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, stored } from '../read/resolvers.js';
import { exportGraph } from './export/export-graph.js';
import { jsonScalar } from './json-scalar.js';
import { sortedContent } from './sorted-by-id.js';

/** Resolvers of the graph concept. */
export const graphResolvers = {
  Query: { graph: compiled, neighborhood: compiled, between: compiled },
  JSON: jsonScalar,
  Graph: {
    nodes: stored('nodes'),
    links: stored('links'),
    nodeCount: stored('nodeCount'),
    linkCount: stored('linkCount'),
    truncated: stored('truncated'),
    export: ({ content }, { format }) => exportGraph(sortedContent(content), format),
  },
} satisfies ConceptResolvers<'graph' | 'neighborhood' | 'between', 'Graph' | 'JSON'>;
