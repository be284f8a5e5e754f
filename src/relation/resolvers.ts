import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { readRootField, text } from '../execute/resolvers.js';

/** Resolvers of the relation concept. */
export const relationResolvers = {
  Query: { relations: readRootField },
  Relation: {
    note: text('note'),
  },
} satisfies ConceptResolvers<'relations', 'Relation'>;
