import { ApolloClient, HttpLink, InMemoryCache, type FieldPolicy } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { getNamedType, isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';

/** Makes an Apollo client as an app would, with what its cache has to know taken from the schema. */
export function apolloClient(url: string, schema: GraphQLSchema): ApolloClient {
  const cache = new InMemoryCache({ possibleTypes: possibleTypes(schema), typePolicies: paginationPolicies(schema) });
  return new ApolloClient({ cache, link: new HttpLink({ uri: url }) });
}

function possibleTypes(schema: GraphQLSchema): Record<string, string[]> {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return Object.fromEntries(abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]));
}

type Policies = Record<string, { readonly fields: Record<string, FieldPolicy> }>;

/** The pages of every connection are joined; arguments that are not about pages tell one list from another. */
function paginationPolicies(schema: GraphQLSchema): Policies {
  const policies: Policies = {};
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const fields: Record<string, FieldPolicy> = {};
    for (const field of Object.values(type.getFields())) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      fields[field.name] = relayStylePagination(field.args.map(({ name }) => name).filter(isNoPaging));
    }
    policies[type.name] = { fields };
  }
  return policies;
}

function isNoPaging(argument: string): boolean {
  return !['first', 'after', 'last', 'before'].includes(argument);
}
