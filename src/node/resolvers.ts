import { typeNameOf } from '../entity/type-name.js';
import { parseRelationId } from '../relation/relation-id.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { readRootField } from '../execute/resolvers.js';

/** Resolvers of what every client of Relay's conventions relies on. */
export const nodeResolvers = {
  Query: { node: readRootField, nodes: readRootField },
  Node: { __resolveType: ({ id }) => (parseRelationId(id) ? 'Relation' : typeNameOf(id)) },
} satisfies ConceptResolvers<'node' | 'nodes', 'Node'>;
