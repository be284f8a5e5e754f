import { getNamedType, isInputObjectType, type GraphQLInputField, type GraphQLInputObjectType } from 'graphql';
import { AtlasError } from '../errors.js';

/** Maximum nesting depth of filters, because each alternation of AND and OR slows down query planning. */
export const maxFilterDepth = 10;

/**
 * Maximum number of conditions and relations of a filter, because Neo4j's planning time grows faster than their number.
 */
export const maxFilterConditions = 100;

/**
 * Assumed number of entities at the other end of a relation; each nested relation also triples Neo4j's planning time.
 */
const relationSize = 4;

const logic: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** Counts the comparisons for each entity of the filtered list; throws BAD_USER_INPUT if the filter is too large. */
export function filterTests(type: GraphQLInputObjectType, filter: unknown): number {
  const sum = { conditions: 0, tests: 0 };
  addFilter(sum, type, filter, 1, 1);
  if (sum.conditions <= maxFilterConditions) return sum.tests;
  throw new AtlasError(
    'BAD_USER_INPUT',
    `A filter may have at most ${maxFilterConditions} conditions and relations, and this one has ${sum.conditions}. ` +
      'Combine the values of one field into one list (in), or split the filter over several operations.',
  );
}

/** The number of conditions, where a list of values and a relation count as one each, and of compared values. */
interface Sum {
  conditions: number;
  tests: number;
}

// `entities` is the number of entities that the filter is compared with; each relation multiplies it.
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
    // Types such as `TextFilter` contain values; types such as `ToolWhere` contain filters.
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
    `Filters may be nested at most ${maxFilterDepth} levels deep, and these are nested deeper. ` +
      'Use fewer nested and, or, not and relations.',
  );
}
