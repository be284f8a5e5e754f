import { GraphQLScalarType } from 'graphql';

/** Any JSON value, serialized unchanged; used only in responses. */
export const jsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value: an object, a list, a string, a number, a boolean or null.',
});
