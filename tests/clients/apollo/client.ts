import { ApolloClient, HttpLink, InMemoryCache, type FieldPolicy } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { getNamedType, isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';

/**
 * Creates an Apollo client as an app does; possible types and pagination policies of its cache are derived from the
 * schema.
 */
export function createApolloClient(url: string, schema: GraphQLSchema): ApolloClient {
  const cache = new InMemoryCache({
    possibleTypes: possibleTypesOf(schema),
    typePolicies: paginationPoliciesOf(schema),
  });
  return new ApolloClient({ cache, link: new HttpLink({ uri: url }) });
}

function possibleTypesOf(schema: GraphQLSchema): Record<string, string[]> {
  const abstractTypes = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return Object.fromEntries(
    abstractTypes.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
}

type Policies = Record<string, { readonly fields: Record<string, FieldPolicy> }>;

/** Merges the pages of every connection; the cache key of a list contains all arguments except those of pagination. */
function paginationPoliciesOf(schema: GraphQLSchema): Policies {
  const policies: Policies = {};
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const fields: Record<string, FieldPolicy> = {};
    for (const field of Object.values(type.getFields())) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      fields[field.name] = relayStylePagination(field.args.map(({ name }) => name).filter(isNotPagination));
    }
    policies[type.name] = { fields };
  }
  return policies;
}

function isNotPagination(argument: string): boolean {
  return !['first', 'after', 'last', 'before'].includes(argument);
}
