import { pageInfoFields } from '../connection/resolvers.js';
import { typeNameOf } from '../entity/type-name.js';
import { parseRelationId } from '../relation/relation-id.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled } from '../read/resolvers.js';

/** Resolvers of what every client of Relay's conventions relies on. */
export const nodeResolvers = {
  Query: { node: compiled, nodes: compiled },
  Node: { __resolveType: ({ id }) => (parseRelationId(id) ? 'Relation' : typeNameOf(id)) },
  PageInfo: pageInfoFields,
} satisfies ConceptResolvers<'node' | 'nodes', 'Node' | 'PageInfo'>;
