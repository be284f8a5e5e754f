import { connectionFields, placeFields } from '../connection/resolvers.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled } from '../read/resolvers.js';
import { text } from '../read/localized.js';
import type { RelationRow } from './record.js';

/** Resolvers of the relation concept. */
export const relationResolvers = {
  Query: { relations: compiled },
  Relation: {
    id: ({ id }) => id,
    type: ({ type }) => type,
    source: ({ source }) => source,
    target: ({ target }) => target,
    from: ({ from }) => from,
    to: ({ to }) => to,
    basis: ({ basis }) => basis,
    status: ({ status }) => status,
    note: text('note'),
    corrections: ({ corrections }) => corrections,
    citations: ({ citations }) => citations,
  },
  RelationConnection: connectionFields<RelationRow>(),
  RelationEdge: placeFields<RelationRow>(),
} satisfies ConceptResolvers<'relations', 'Relation' | 'RelationConnection' | 'RelationEdge'>;
