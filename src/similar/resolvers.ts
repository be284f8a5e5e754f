import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, stored } from '../read/resolvers.js';

/** Resolvers of the similarity concept. */
export const similarResolvers = {
  Query: { similar: compiled },
  SimilarEntity: {
    entity: stored('entity'),
    score: stored('score'),
    shared: stored('shared'),
  },
} satisfies ConceptResolvers<'similar', 'SimilarEntity'>;
