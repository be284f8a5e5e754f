import { getNamedType, isInputObjectType, type GraphQLInputField, type GraphQLInputObjectType } from 'graphql';
import { isPresent } from '../compile/page.js';
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

const logicOperators: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** Counts the comparisons for each entity of the filtered list; throws BAD_USER_INPUT if the filter is too large. */
export function countComparisons(type: GraphQLInputObjectType, filter: unknown): number {
  const counts = { conditions: 0, tests: 0 };
  addFilter(counts, type, filter, 1, 1);
  if (counts.conditions <= maxFilterConditions) return counts.tests;
  throw new AtlasError(
    'BAD_USER_INPUT',
    `A filter may have at most ${maxFilterConditions} conditions and relations, and this one has ${counts.conditions}. ` +
      'Combine the values of one field into one list (in), or split the filter over several operations.',
  );
}

/** The number of conditions, where a list of values and a relation count as one each, and of compared values. */
interface FilterCounts {
  conditions: number;
  tests: number;
}

// `entities` is the number of entities that the filter is compared with; each relation multiplies it.
function addFilter(
  counts: FilterCounts,
  type: GraphQLInputObjectType,
  filter: unknown,
  depth: number,
  entities: number,
): void {
  if (!isObject(filter)) return;
  if (depth > maxFilterDepth) throw createDepthError();
  const fields = type.getFields();
  for (const name in filter) {
    const [field, value] = [fields[name], filter[name]];
    if (field && isPresent(value)) addField(counts, field, value, depth, entities);
  }
}

function addField(
  counts: FilterCounts,
  { name, type }: GraphQLInputField,
  value: unknown,
  depth: number,
  entities: number,
): void {
  const namedType = getNamedType(type);
  if (!isInputObjectType(namedType)) {
    addCondition(counts, value, entities);
  } else if (!namedType.name.endsWith('Where')) {
    // Types such as `TextFilter` contain values; types such as `ToolWhere` contain filters.
    for (const item of isObject(value) ? Object.values(value) : [])
      if (isPresent(item)) addCondition(counts, item, entities);
  } else if (logicOperators.has(name)) {
    for (const item of [value].flat()) addFilter(counts, namedType, item, depth + 1, entities);
  } else {
    counts.conditions += 1;
    counts.tests += entities * relationSize;
    addFilter(counts, namedType, value, depth + 1, entities * relationSize);
  }
}

function addCondition(counts: FilterCounts, value: unknown, entities: number): void {
  counts.conditions += 1;
  counts.tests += entities * (Array.isArray(value) ? value.length : 1);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function createDepthError(): AtlasError {
  return new AtlasError(
    'BAD_USER_INPUT',
    `Filters may be nested at most ${maxFilterDepth} levels deep, and these are nested deeper. ` +
      'Use fewer nested and, or, not and relations.',
  );
}
