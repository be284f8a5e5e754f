import { connectionFields, placeFields } from '../connection/resolvers.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, stored } from '../read/resolvers.js';
import { text } from '../read/localized.js';
import type { RelationRow } from './record.js';

/** Resolvers of the relation concept. */
export const relationResolvers = {
  Query: { relations: compiled },
  Relation: {
    id: stored('id'),
    type: stored('type'),
    source: stored('source'),
    target: stored('target'),
    from: stored('from'),
    to: stored('to'),
    basis: stored('basis'),
    status: stored('status'),
    note: text('note'),
    corrections: stored('corrections'),
    citations: stored('citations'),
  },
  RelationConnection: connectionFields<RelationRow>(),
  RelationEdge: placeFields<RelationRow>(),
} satisfies ConceptResolvers<'relations', 'Relation' | 'RelationConnection' | 'RelationEdge'>;
