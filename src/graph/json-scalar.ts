import { GraphQLScalarType } from 'graphql';

/** Any JSON value, passed on as it is; it stands in answers only. */
export const jsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'A value of any shape that JSON can hold.',
});
