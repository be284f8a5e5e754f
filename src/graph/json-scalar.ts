import { GraphQLScalarType } from 'graphql';

/** Any JSON value, passed on as it is; it stands in answers only. */
export const jsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value: an object, a list, a string, a number, a boolean or null.',
});
