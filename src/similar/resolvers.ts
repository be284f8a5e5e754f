import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled } from '../read/resolvers.js';

/** Resolvers of the similarity concept. */
export const similarResolvers = {
  Query: { similar: compiled },
  SimilarEntity: {
    entity: ({ entity }) => entity,
    score: ({ score }) => score,
    shared: ({ shared }) => shared,
  },
} satisfies ConceptResolvers<'similar', 'SimilarEntity'>;
