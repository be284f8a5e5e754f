import type { Resolvers } from '../generated/graphql.js';
import { typeNameOf } from './type-name.js';

/** Resolvers of the Entity interface and of lists of entities of several types. */
export const entityResolvers = {
  Entity: { __resolveType: ({ id }) => typeNameOf(id) },
} satisfies Pick<Resolvers, 'Entity'>;
