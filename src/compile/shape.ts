import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { asInput, type Input } from './filter-condition.js';
import { isPresent } from './page.js';

/** Enums whose value changes the Cypher text and not only a parameter. */
const structuralEnums = new Set(['Direction', 'OrderDirection']);

/**
 * The parts of a field's arguments or of an input object that change the Cypher text: which are given, their conditions
 * and orders, but no scalars.
 */
export function argumentShape(definitions: readonly (GraphQLArgument | GraphQLInputField)[], args: Input): string {
  return definitions
    .filter(({ name }) => isPresent(args[name]))
    .map(({ name, type }) => `${name}:${inputShape(type, args[name])}`)
    .join();
}

/** The shape of an input value: `?` for a scalar, braces and brackets for conditions, enum values for orders. */
export function inputShape(type: GraphQLInputType, value: unknown): string {
  if (value === undefined || value === null) return 'null';
  const nullable = getNullableType(type);
  if (typeof value === 'boolean') return String(value);
  if (isEnumType(nullable)) return isStructural(nullable.name) && typeof value === 'string' ? value : '?';
  if (isListType(nullable)) return listShape(nullable.ofType, value);
  if (!isInputObjectType(nullable)) return '?';
  return `{${argumentShape(Object.values(nullable.getFields()), asInput(value))}}`;
}

function listShape(item: GraphQLInputType, value: unknown): string {
  const inner = getNullableType(item);
  if (!isInputObjectType(inner)) return '?';
  return `[${(Array.isArray(value) ? value : [value]).map((item) => inputShape(inner, item)).join(';')}]`;
}

function isStructural(name: string): boolean {
  return structuralEnums.has(name) || name.endsWith('OrderField') || name.endsWith('Group');
}
