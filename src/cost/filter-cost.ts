import { getNamedType, isInputObjectType, type GraphQLInputField, type GraphQLInputObjectType } from 'graphql';
import { AtlasError } from '../errors.js';

/** How many filters may lie within each other: where AND and OR alternate, each level makes planning slower. */
export const maxFilterDepth = 10;

/** How many conditions, relations among them, one filter may have: the more there are, the longer Neo4j takes to plan each. */
export const maxFilterConditions = 100;

/** How many entities a relation is assumed to lead to; behind each further one Neo4j takes three times as long to plan. */
const relationSize = 4;

const logic: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** How many values each entity of the list is compared with; throws BAD_USER_INPUT for a filter that is too large. */
export function filterTests(type: GraphQLInputObjectType, filter: unknown): number {
  const sum = { conditions: 0, tests: 0 };
  addFilter(sum, type, filter, 1, 1);
  if (sum.conditions <= maxFilterConditions) return sum.tests;
  throw new AtlasError(
    'BAD_USER_INPUT',
    `A filter may have at most ${maxFilterConditions} conditions and relations, and this one has ${sum.conditions}. ` +
      'Give the values of one field as one list (in), or ask in several operations.',
  );
}

/** Conditions, a list of values and a relation counted as one each; and the values that are compared. */
interface Sum {
  conditions: number;
  tests: number;
}

// Behind each relation there are several entities, which are all compared.
function addFilter(sum: Sum, type: GraphQLInputObjectType, filter: unknown, depth: number, entities: number): void {
  if (!isObject(filter)) return;
  if (depth > maxFilterDepth) throw tooDeep();
  const fields = type.getFields();
  for (const name in filter) {
    const [field, value] = [fields[name], filter[name]];
    if (field && isGiven(value)) addField(sum, field, value, depth, entities);
  }
}

function addField(sum: Sum, { name, type }: GraphQLInputField, value: unknown, depth: number, entities: number): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) {
    addCondition(sum, value, entities);
  } else if (!named.name.endsWith('Where')) {
    // `TextFilter` and its like hold values, `ToolWhere` and its like hold filters.
    for (const one of isObject(value) ? Object.values(value) : []) if (isGiven(one)) addCondition(sum, one, entities);
  } else if (logic.has(name)) {
    for (const one of [value].flat()) addFilter(sum, named, one, depth + 1, entities);
  } else {
    sum.conditions += 1;
    sum.tests += entities * relationSize;
    addFilter(sum, named, value, depth + 1, entities * relationSize);
  }
}

function addCondition(sum: Sum, value: unknown, entities: number): void {
  sum.conditions += 1;
  sum.tests += entities * (Array.isArray(value) ? value.length : 1);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tooDeep(): AtlasError {
  return new AtlasError(
    'BAD_USER_INPUT',
    `Filters may lie at most ${maxFilterDepth} deep within each other, and these lie deeper. ` +
      'Ask with fewer of and, or, not and relations inside each other.',
  );
}
