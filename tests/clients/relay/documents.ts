import {
  getNamedType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

/** A module of a Relay app: its name, and the GraphQL documents in it. */
export interface RelayModule {
  readonly name: string;
  readonly documents: readonly string[];
}

/**
 * One module for each type, as an app would have one component for each: a fragment that can be read again by id, and a
 * pagination fragment for every connection of the type; and one module for the connections of Query.
 */
export function relayModules(schema: GraphQLSchema, types: readonly FieldsType[]): RelayModule[] {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no Query.');
  return [
    ...types.map((type) => ({ name: type.name, documents: [card(type), ...paginations(type)] })),
    { name: 'Query', documents: paginations(query) },
  ];
}

/** The module as the compiler finds it in an app. */
export function sourceText({ documents }: RelayModule): string {
  const tagged = documents.map((document) => `graphql\`\n${document}\`;\n`);
  return ["import { graphql } from 'react-relay';\n", ...tagged].join('\n');
}

/** The fields of a type that are connections. */
export function connectionFields(type: FieldsType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter((field) => getNamedType(field.type).name.endsWith('Connection'));
}

function card({ name }: FieldsType): string {
  return `fragment ${name}_card on ${name} @refetchable(queryName: "${name}CardQuery") {
  name
  aliases
  summary
  degree
}
`;
}

function paginations(type: FieldsType): string[] {
  return connectionFields(type).map((field) => pagination(type, field));
}

function pagination({ name }: FieldsType, field: GraphQLField<unknown, unknown>): string {
  const own = new Set(field.args.map((argument) => argument.name));
  // What is found is read from its best end only.
  const paging = own.has('last') ? { first: 'Int', after: 'String', last: 'Int', before: 'String' } : forward;
  const required = own.has('text') ? { text: 'String!' } : {};
  const args = Object.entries({ ...required, ...paging });
  return `fragment ${name}_${field.name} on ${name}
@argumentDefinitions(${args.map(([argument, type]) => `${argument}: { type: "${type}" }`).join(' ')})
@refetchable(queryName: "${name}${capitalized(field.name)}PaginationQuery") {
  ${field.name}(${args.map(([argument]) => `${argument}: $${argument}`).join(', ')}) @connection(key: "${name}_${field.name}") {
    totalCount
    edges {
      node {
        ${spread(field)}
      }
    }
  }
}
`;
}

const forward = { first: 'Int', after: 'String' };

/** Lists of one entity type show its cards; those of several show what all nodes have. */
function spread(field: GraphQLField<unknown, unknown>): string {
  const node = getNamedType(field.type).name.replace(/Connection$/, '');
  return ['Entity', 'Search', 'Relation'].includes(node) ? '__typename id' : `...${node}_card`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
