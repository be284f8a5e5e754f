import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { readRootField } from '../execute/resolvers.js';

/** Resolvers of the path concept. */
export const pathResolvers = {
  Query: { paths: readRootField },
} satisfies ConceptResolvers<'paths', never>;
