import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { clamp, pageSizes } from '../compile/page.js';
import { readDirective } from '../compile/source.js';
import { graphLimitBounds } from '../shared/graph-limit.js';
import { pathCountBounds } from '../shared/path-count.js';
import { pathLengthBounds } from '../shared/path-length.js';

type Field = GraphQLField<unknown, unknown>;

/** Reads the raw value of an argument, before coercion. */
type ReadArgument = (name: string) => unknown;

/** The maximum sizes of a field. */
export interface Sizes {
  /** The maximum number of values of the field in one occurrence of its parent. */
  readonly size: number;
  /** The size of the lists directly inside the field. */
  readonly nestedListSize: number;
}

/** Assumed size of lists without arguments for their size, such as citations, which are short. */
const assumedListSize = 5;

/** Assumed number of groups: one for each value of a property, or for each entity at the other end of a relation. */
const groupSizes = { property: 10, relation: 50 };

/** Assumed number of fields for each entity of an exported graph. */
const exportedFieldCount = 20;

/**
 * Derives the sizes of a field from its arguments and their defaults; `listSize` applies to lists without such
 * arguments.
 */
export function sizesOf(schema: GraphQLSchema, definition: Field, read: ReadArgument, listSize: number): Sizes {
  const { size, nestedListSize = assumedListSize } = argumentSizes(schema, definition, read);
  const type = getNamedType(definition.type);
  if (type.name === 'JSON') return { size: exportedFieldCount * listSize, nestedListSize };
  if (!isListType(getNullableType(definition.type))) return { size: 1, nestedListSize };
  return { size: size ?? (isCompositeType(type) ? listSize : 1), nestedListSize };
}

function argumentSizes(schema: GraphQLSchema, { args }: Field, read: ReadArgument): Partial<Sizes> {
  const hasArgument = (name: string): boolean => args.some((argument) => argument.name === name);
  const grouping = args.find(({ name }) => name === 'by');
  if (grouping) return { size: groupCount(schema, grouping, read('by')) };
  if (hasArgument('maxLength')) {
    const entities = clamp(read('maxLength'), pathLengthBounds) + 1;
    // `paths` returns `first` paths between two entities, and `between` is assumed to return one for each pair.
    if (hasArgument('first')) return { size: clamp(read('first'), pathCountBounds), nestedListSize: entities };
    return { nestedListSize: countPairs(countOf(read('ids'))) * entities };
  }
  if (hasArgument('limit')) return { nestedListSize: clamp(read('limit'), graphLimitBounds) };
  if (hasArgument('first')) {
    const size = clamp(read('first') ?? read('last'), pageSizes);
    return { size, nestedListSize: size };
  }
  const list = ['ids', 'names', 'representations'].find(hasArgument);
  return list === undefined ? {} : { size: countOf(read(list)) };
}

function groupCount(schema: GraphQLSchema, { type }: GraphQLArgument, by: unknown): number {
  const enumType = getNamedType(type);
  const value = isEnumType(enumType) ? enumType.getValue(String(by)) : undefined;
  const group = value && readDirective<{ property?: string }>(schema, 'group', value.astNode);
  return group?.property === undefined ? groupSizes.relation : groupSizes.property;
}

/** The cost of a root field in addition to its response: the work of the query that it starts with. */
export function estimateRootWork(name: string, read: ReadArgument): number {
  switch (name) {
    case 'between':
      return 200 * countPairs(countOf(read('ids')));
    case 'neighborhood':
      return 100 * countOf(read('ids'));
    case 'resolve':
      return 300 * countOf(read('names'));
    case 'search':
      return 10_000;
    case 'suggest':
      return 5_000;
    case 'paths':
    case 'similar':
      return 2_000;
    default:
      return 0;
  }
}

// GraphQL coerces a single value to a list of it.
function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}

function countPairs(count: number): number {
  return (count * (count - 1)) / 2;
}
