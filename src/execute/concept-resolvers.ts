import type { Resolvers } from '../generated/graphql.js';

/** The part of the resolvers that one concept owns: some root fields and some types. */
export type ConceptResolvers<RootField extends keyof RootFields, Type extends Exclude<keyof Resolvers, 'Query'>> = Pick<
  Resolvers,
  Type
> & { Query: Required<Pick<RootFields, RootField>> };

type RootFields = NonNullable<Resolvers['Query']>;
