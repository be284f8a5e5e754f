import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
  type GraphQLField,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { clamp, pageSizes, type Bounds } from '../compile/page.js';
import { directive } from '../compile/source.js';
import { walkCount } from '../shared/walk-count.js';
import { walkLength } from '../shared/walk-length.js';

type Field = GraphQLField<unknown, unknown>;

/** Reads the raw value of an argument, before coercion. */
type ReadArgument = (name: string) => unknown;

/** The arguments that the cost depends on. */
export const sizingArguments: ReadonlySet<string> = new Set([
  ...['first', 'last', 'limit', 'maxLength', 'ids', 'names', 'by', 'where'],
]);

/** The maximum sizes of a field. */
export interface Sizes {
  /** The maximum number of values of the field in one occurrence of its parent. */
  readonly own: number;
  /** The size of the lists directly inside the field. */
  readonly inside: number;
}

/** Assumed size of lists without arguments for their size, such as citations, which are short. */
const unboundedSize = 5;

/** Assumed number of groups: one for each value of a property, or for each entity at the other end of a relation. */
const groupSizes = { property: 10, relation: 50 };

const graph: Bounds = { min: 0, max: 10_000, defaultValue: 500 };

/** Assumed number of fields for each entity of an exported graph. */
const exportedFields = 20;

/**
 * Derives the sizes of a field from its arguments and their defaults; `listSize` applies to lists without such
 * arguments.
 */
export function sizesOf(schema: GraphQLSchema, definition: Field, read: ReadArgument, listSize: number): Sizes {
  const { own, inside = unboundedSize } = argumentSizes(schema, definition, read);
  const type = getNamedType(definition.type);
  if (type.name === 'JSON') return { own: exportedFields * listSize, inside };
  if (!isListType(getNullableType(definition.type))) return { own: 1, inside };
  return { own: own ?? (isCompositeType(type) ? listSize : 1), inside };
}

function argumentSizes(schema: GraphQLSchema, { args }: Field, read: ReadArgument): Partial<Sizes> {
  const has = (name: string): boolean => args.some((argument) => argument.name === name);
  if (has('by')) return { own: groupCount(schema, args.find(({ name }) => name === 'by')?.type, read('by')) };
  if (has('maxLength')) {
    const entities = clamp(read('maxLength'), walkLength) + 1;
    // `paths` returns `first` paths between two entities, and `between` is assumed to return one for each pair.
    if (has('first')) return { own: clamp(read('first'), walkCount), inside: entities };
    return { inside: pairsOf(countOf(read('ids'))) * entities };
  }
  if (has('limit')) return { inside: clamp(read('limit'), graph) };
  if (has('first')) {
    const size = clamp(read('first') ?? read('last'), pageSizes);
    return { own: size, inside: size };
  }
  if (has('ids')) return { own: countOf(read('ids')) };
  return has('names') ? { own: countOf(read('names')) } : {};
}

function groupCount(schema: GraphQLSchema, type: unknown, by: unknown): number {
  const named = getNamedType(type as GraphQLType | undefined); // the type of an argument
  const value = isEnumType(named) ? named.getValue(String(by)) : undefined;
  const group = value && directive<{ property?: string }>(schema, 'group', value.astNode);
  return group?.property === undefined ? groupSizes.relation : groupSizes.property;
}

/** The cost of a root field in addition to its response: the work of the query that it starts with. */
export function rootWork(name: string, read: ReadArgument): number {
  switch (name) {
    case 'between':
      return 200 * pairsOf(countOf(read('ids')));
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

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
