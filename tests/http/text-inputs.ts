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
export interface TextInput {
  readonly name: string;
  readonly query: string;
  /** The argument's value as a literal that contains `$text`. */
  readonly value: string;
  /** The type of `$text`: String or ID. */
  readonly type: string;
}

/** An operation that passes a variable to each of many inputs of one field, so that Neo4j plans a single statement. */
export interface FilterInputs {
  readonly root: string;
  readonly names: readonly string[];
  readonly query: string;
}

const schema = buildSchema();
/** The root fields of the schema. */
export const rootFields = Object.values(schema.getQueryType()?.getFields() ?? {});

function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  return isObjectType(named) && 'nodes' in named.getFields() ? '{ nodes { __typename } }' : '{ __typename }';
}

/** Finds the text inputs inside an input type, up to a depth, each with a literal that contains `$text`. */
function findTextInputs(type: GraphQLInputType, depth: number): { path: string; value: string; type: string }[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return findTextInputs(nullable.ofType, depth).map((input) => ({ ...input, value: `[${input.value}]` }));
  }
  if (isScalarType(nullable)) {
    return nullable.name === 'String' || nullable.name === 'ID'
      ? [{ path: '', value: '$text', type: nullable.name }]
      : [];
  }
  if (!isInputObjectType(nullable) || depth === 0) return [];
  return Object.values(nullable.getFields()).flatMap((field) =>
    findTextInputs(field.type, depth - 1).map((input) => ({
      ...input,
      path: `.${field.name}${input.path}`,
      value: `{ ${field.name}: ${input.value} }`,
    })),
  );
}

function textInputsOf(root: GraphQLField<unknown, unknown>): TextInput[] {
  const requiredArguments = (tested: GraphQLArgument): string =>
    root.args
      .filter(
        (argument) =>
          argument !== tested && argument.type.toString().endsWith('!') && argument.defaultValue === undefined,
      )
      .map((argument) => `, ${argument.name}: ${isListType(getNullableType(argument.type)) ? '["a"]' : '"a"'}`)
      .join('');
  return root.args.flatMap((argument) =>
    findTextInputs(argument.type, 3).map(({ path, value, type }) => ({
      name: `${root.name}.${argument.name}${path}`,
      ...{ value, type },
      query: `query ($text: ${type}!) { ${root.name}(${argument.name}: ${value}${requiredArguments(argument)}) ${selectionOf(root)} }`,
    })),
  );
}

/** All text inputs of the schema. */
export const textInputs: readonly TextInput[] = rootFields.flatMap(textInputsOf);

/** The text inputs of the filters: one operation for each list. */
export const filterInputs: readonly FilterInputs[] = rootFields.flatMap((root) => {
  const fieldInputs = textInputs.filter(({ name }) => name.startsWith(`${root.name}.where.`));
  return fieldInputs.length === 0 ? [] : [toFilterInputs(root, fieldInputs)];
});

/** The text inputs outside of filters. */
export const otherInputs: readonly TextInput[] = textInputs.filter(({ name }) => !name.includes('.where.'));

function toFilterInputs(root: GraphQLField<unknown, unknown>, fieldInputs: readonly TextInput[]): FilterInputs {
  const conditions = fieldInputs.map(({ name, value }, index) => ({
    isNegative: name.includes('.not.'),
    text: value.replace('$text', `$text${index}`),
  }));
  const listConditions = (isNegative: boolean): string =>
    conditions
      .filter((condition) => condition.isNegative === isNegative)
      .map(({ text }) => text)
      .join(', ');
  const variables = fieldInputs.map(({ type }, index) => `$text${index}: ${type}!`).join(', ');
  // An entity that matches no positive condition is not returned, whatever the negative conditions match.
  const where = `{ and: [{ or: [${listConditions(false)}] }, { or: [${listConditions(true)}] }] }`;
  const query = `query (${variables}) { ${root.name}(where: ${where}) ${selectionOf(root)} }`;
  return { root: root.name, names: fieldInputs.map(({ name }) => name), query };
}
