import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../generated/graphql.js';
import type { Context } from './context.js';
import type { NodeRow } from './rows.js';

/** The resolvers of some types and of some root fields. */
export type PartialResolvers = Omit<Resolvers, 'Query' | 'Entity' | 'Node'> & {
  readonly Query?: Partial<NonNullable<Resolvers['Query']>>;
  readonly Entity?: InterfaceResolvers;
  readonly Node?: InterfaceResolvers;
};

/**
 * Resolves the type of an interface's row to a name; any string, because the types follow from the model at run time.
 */
interface InterfaceResolvers {
  readonly __resolveType: (row: NodeRow, context: Context, info: GraphQLResolveInfo) => string;
}
