import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled } from '../read/resolvers.js';

/** Resolvers of the path concept. */
export const pathResolvers = {
  Query: { paths: compiled },
  Path: {
    length: ({ length }) => length,
    nodes: ({ nodes }) => nodes,
    relations: ({ relations }) => relations,
  },
} satisfies ConceptResolvers<'paths', 'Path'>;
