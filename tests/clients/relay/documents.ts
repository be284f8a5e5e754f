import {
  getNamedType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

/** A module of a Relay app: its name and its GraphQL documents. */
export interface RelayModule {
  readonly name: string;
  readonly documents: readonly string[];
}

/**
 * Returns one module for each type, as an app has one component for each: a refetchable fragment, and a pagination
 * fragment for every connection of the type. Another module has the connections of Query.
 */
export function relayModules(schema: GraphQLSchema, types: readonly FieldsType[]): RelayModule[] {
  const query = schema.getQueryType();
  if (!query) throw new Error('Expected a type Query in the schema, found none.');
  return [
    ...types.map((type) => ({ name: type.name, documents: [cardFragment(type), ...paginationFragments(type)] })),
    { name: 'Query', documents: paginationFragments(query) },
  ];
}

/** Returns the source text of a module. */
export function sourceText({ documents }: RelayModule): string {
  const taggedDocuments = documents.map((document) => `graphql\`\n${document}\`;\n`);
  return ["import { graphql } from 'react-relay';\n", ...taggedDocuments].join('\n');
}

/** Returns the fields of a type that are connections. */
export function connectionFields(type: FieldsType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter((field) => getNamedType(field.type).name.endsWith('Connection'));
}

function cardFragment({ name }: FieldsType): string {
  return `fragment ${name}_card on ${name} @refetchable(queryName: "${name}CardQuery") {
  name
  aliases
  summary
  degree
}
`;
}

function paginationFragments(type: FieldsType): string[] {
  return connectionFields(type).map((field) => paginationFragment(type, field));
}

function paginationFragment({ name }: FieldsType, field: GraphQLField<unknown, unknown>): string {
  const argumentNames = new Set(field.args.map((argument) => argument.name));
  // Search results have no `last` and `before`: they are paginated only forward.
  const pagingArguments = argumentNames.has('last')
    ? { first: 'Int', after: 'String', last: 'Int', before: 'String' }
    : forwardPaging;
  const required = argumentNames.has('text') ? { text: 'String!' } : {};
  const args = Object.entries({ ...required, ...pagingArguments });
  return `fragment ${name}_${field.name} on ${name}
@argumentDefinitions(${args.map(([argument, type]) => `${argument}: { type: "${type}" }`).join(' ')})
@refetchable(queryName: "${name}${capitalize(field.name)}PaginationQuery") {
  ${field.name}(${args.map(([argument]) => `${argument}: $${argument}`).join(', ')}) @connection(key: "${name}_${field.name}") {
    totalCount
    edges {
      node {
        ${nodeSelection(field)}
      }
    }
  }
}
`;
}

const forwardPaging = { first: 'Int', after: 'String' };

/** Selects the fragment of the node type, or the id if the list has nodes of several types. */
function nodeSelection(field: GraphQLField<unknown, unknown>): string {
  const node = getNamedType(field.type).name.replace(/Connection$/, '');
  return ['Entity', 'Search', 'Relation'].includes(node) ? '__typename id' : `...${node}_card`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
