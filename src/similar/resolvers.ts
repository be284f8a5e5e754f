import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { readRootField } from '../execute/resolvers.js';

/** Resolvers of the similarity concept. */
export const similarResolvers = {
  Query: { similar: readRootField },
} satisfies ConceptResolvers<'similar', never>;
