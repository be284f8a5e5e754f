import { connectionFields, edgeFields } from '../connection/resolvers.js';
import type { Resolvers } from '../generated/graphql.js';
import { typeNameOf } from './type-name.js';
import type { EntityRow } from './record.js';

/** Resolvers of the Entity interface and of lists of entities of several types. */
export const entityResolvers = {
  Entity: { __resolveType: ({ id }) => typeNameOf(id) },
  Group: { key: ({ key }) => key, entity: ({ entity }) => entity ?? null, count: ({ count }) => count },
  EntityConnection: connectionFields<EntityRow>(),
  EntityEdge: edgeFields<EntityRow>(),
} satisfies Pick<Resolvers, 'Entity' | 'Group' | 'EntityConnection' | 'EntityEdge'>;
