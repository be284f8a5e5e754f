import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, stored } from '../read/resolvers.js';

/** Resolvers of the path concept. */
export const pathResolvers = {
  Query: { paths: compiled },
  Path: {
    length: stored('length'),
    nodes: stored('nodes'),
    relations: stored('relations'),
  },
} satisfies ConceptResolvers<'paths', 'Path'>;
