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

/** Reads an argument as it is written or its variable is given, not coerced. */
type ReadArgument = (name: string) => unknown;

/** The arguments that a cost depends on. */
export const sizingArguments: ReadonlySet<string> = new Set([
  ...['first', 'last', 'limit', 'maxLength', 'ids', 'names', 'by', 'where'],
]);

/** How many items an operation may get of a field. */
export interface Sizes {
  /** How often the field may stand in its parent's answer. */
  readonly own: number;
  /** How many items the lists directly inside it have. */
  readonly inside: number;
}

/** Lists whose size nothing bounds, such as citations, are short. */
const unboundedSize = 5;

/** How many groups a list has: one for each value that a property may have, or for each entity that a relation leads to. */
const groupSizes = { property: 10, relation: 50 };

const graph: Bounds = { least: 0, most: 10_000, otherwise: 500 };

/** How many fields a graph has for each of its entities where it is written for a library. */
const exportedFields = 20;

/** The sizes of a field, given those of the lists in its parent: as its arguments or their defaults say. */
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
    // Between two entities there are as many walks as are asked for, between several one for each two.
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
  const named = getNamedType(type as GraphQLType | undefined); // an argument's
  const value = isEnumType(named) ? named.getValue(String(by)) : undefined;
  const group = value && directive<{ property?: string }>(schema, 'group', value.astNode);
  return group?.property === undefined ? groupSizes.relation : groupSizes.property;
}

/** What a root field costs beside its answer: how long what its statement begins with takes. */
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

// One value that is no list counts as a list of it.
function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
