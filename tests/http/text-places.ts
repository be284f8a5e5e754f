import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { buildSchema } from '../../src/schema.js';

/** An input position of the schema that accepts text, with an operation that passes the variable `$text` there. */
export interface TextPlace {
  readonly name: string;
  readonly query: string;
  /** The argument's value as a literal that contains `$text`. */
  readonly value: string;
  /** The type of `$text`: String or ID. */
  readonly type: string;
}

/** An operation that passes a variable to each of many inputs of one field, so that Neo4j plans a single statement. */
export interface TextPlaces {
  readonly root: string;
  readonly names: readonly string[];
  readonly query: string;
}

const schema = buildSchema();
/** The root fields of the schema. */
export const roots = Object.values(schema.getQueryType()?.getFields() ?? {});

function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  return isObjectType(named) && 'nodes' in named.getFields() ? '{ nodes { __typename } }' : '{ __typename }';
}

/** Finds the text inputs inside an input type, up to a depth, each with a literal that contains `$text`. */
function waysToText(type: GraphQLInputType, depth: number): { path: string; value: string; type: string }[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return waysToText(nullable.ofType, depth).map((way) => ({ ...way, value: `[${way.value}]` }));
  }
  if (isScalarType(nullable)) {
    return nullable.name === 'String' || nullable.name === 'ID'
      ? [{ path: '', value: '$text', type: nullable.name }]
      : [];
  }
  if (!isInputObjectType(nullable) || depth === 0) return [];
  return Object.values(nullable.getFields()).flatMap((field) =>
    waysToText(field.type, depth - 1).map((way) => ({
      ...way,
      path: `.${field.name}${way.path}`,
      value: `{ ${field.name}: ${way.value} }`,
    })),
  );
}

function placesOf(root: GraphQLField<unknown, unknown>): TextPlace[] {
  const others = (one: GraphQLArgument): string =>
    root.args
      .filter(
        (argument) => argument !== one && argument.type.toString().endsWith('!') && argument.defaultValue === undefined,
      )
      .map((argument) => `, ${argument.name}: ${isListType(getNullableType(argument.type)) ? '["a"]' : '"a"'}`)
      .join('');
  return root.args.flatMap((argument) =>
    waysToText(argument.type, 3).map(({ path, value, type }) => ({
      name: `${root.name}.${argument.name}${path}`,
      ...{ value, type },
      query: `query ($text: ${type}!) { ${root.name}(${argument.name}: ${value}${others(argument)}) ${selectionOf(root)} }`,
    })),
  );
}

/** All text inputs of the schema. */
export const places: readonly TextPlace[] = roots.flatMap(placesOf);

/** The text inputs of the filters: one operation for each list. */
export const filters: readonly TextPlaces[] = roots.flatMap((root) => {
  const within = places.filter(({ name }) => name.startsWith(`${root.name}.where.`));
  return within.length === 0 ? [] : [filterOf(root, within)];
});

/** The text inputs outside of filters. */
export const unfiltered: readonly TextPlace[] = places.filter(({ name }) => !name.includes('.where.'));

function filterOf(root: GraphQLField<unknown, unknown>, within: readonly TextPlace[]): TextPlaces {
  const conditions = within.map(({ name, value }, index) => ({
    isNegative: name.includes('.not.'),
    text: value.replace('$text', `$text${index}`),
  }));
  const anyOf = (isNegative: boolean): string =>
    conditions
      .filter((condition) => condition.isNegative === isNegative)
      .map(({ text }) => text)
      .join(', ');
  const variables = within.map(({ type }, index) => `$text${index}: ${type}!`).join(', ');
  // An entity that matches no positive condition is not returned, whatever the negative conditions match.
  const where = `{ and: [{ or: [${anyOf(false)}] }, { or: [${anyOf(true)}] }] }`;
  const query = `query (${variables}) { ${root.name}(where: ${where}) ${selectionOf(root)} }`;
  return { root: root.name, names: within.map(({ name }) => name), query };
}
