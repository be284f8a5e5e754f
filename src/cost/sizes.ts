import {
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { clamp, type Bounds } from '../compile/clamp.js';
import { defaultPageSize, maximumPageSize } from '../compile/page.js';
import type { Variables } from './cost-node.js';

/** How many elements a list may have, for some variables. */
export type Size = (variables: Variables) => number;

/** The sizes that a field's arguments set. */
export interface Sizes {
  /** Of the field itself where it is a list; absent where no argument says. */
  readonly own: Size | undefined;
  /** Of the lists directly inside it. */
  readonly inside: Size;
}

/** Lists whose size nothing bounds, such as citations, are short. */
const unboundedSize = 5;

const page: Bounds = { least: 0, most: maximumPageSize, otherwise: defaultPageSize };
const graph: Bounds = { least: 0, most: 10_000, otherwise: 500 };
const walk: Bounds = { least: 1, most: 10, otherwise: 6 };

/** Reads the sizes off `first`, `last`, `limit`, `maxLength` and `ids`, or their defaults where they are not given. */
export function sizesOf(
  definition: GraphQLField<unknown, unknown>,
  field: FieldNode,
  operation: OperationDefinitionNode,
): Sizes {
  const has = (name: string): boolean => definition.args.some((argument) => argument.name === name);
  const read = (name: string) => argumentOf(field, operation, name);
  const count: Size = (variables) => lengthOf(read('ids')(variables) ?? read('names')(variables));
  const first = read('first');
  const last = read('last');
  const paged: Size = (variables) => clamp(first(variables) ?? last(variables), page);
  if (has('maxLength')) {
    const length = read('maxLength');
    // Between more than two there is a walk for each two.
    const pairs: Size = (variables) => (has('ids') ? (count(variables) * (count(variables) - 1)) / 2 : 1);
    const inside: Size = (variables) => pairs(variables) * (clamp(length(variables), walk) + 1);
    return { own: has('first') ? paged : undefined, inside };
  }
  if (has('limit')) {
    const limit = read('limit');
    return { own: undefined, inside: (variables) => clamp(limit(variables), graph) };
  }
  if (has('first')) return { own: paged, inside: paged };
  if (has('ids') || has('names')) return { own: count, inside: () => unboundedSize };
  return { own: undefined, inside: () => unboundedSize };
}

/** How many conditions a field's filter has. */
export function conditionsOf(field: FieldNode): Size {
  const where = field.arguments?.find(({ name }) => name.value === 'where')?.value;
  return where ? (variables) => countLeaves(valueFromASTUntyped(where, { ...variables })) : () => 0;
}

function argumentOf(
  field: FieldNode,
  operation: OperationDefinitionNode,
  name: string,
): (variables: Variables) => unknown {
  const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) return () => undefined;
  return value.kind === Kind.VARIABLE ? variableOf(operation, value.name.value) : constant(value);
}

function variableOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  name: string,
): (variables: Variables) => unknown {
  const otherwise = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  const fallback: unknown = otherwise ? valueFromASTUntyped(otherwise) : undefined;
  return (variables) => (name in variables ? variables[name] : fallback);
}

function constant(value: ValueNode): (variables: Variables) => unknown {
  return (variables) => valueFromASTUntyped(value, { ...variables });
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}

function countLeaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + countLeaves(part), 0);
}
