import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { AtlasError } from '../errors.js';
import type { Variables } from '../execute/executor.js';
import { filterTests } from './filter-cost.js';
import { rootWork, sizesOf } from './sizes.js';

/** What a field costs in one answer of its parent. */
export interface FieldCost {
  /** How the response names it. */
  readonly name: string;
  /** How often the field may stand in its parent's answer. */
  readonly size: number;
  /** With all that lies in it. */
  readonly cost: number;
  readonly children: readonly FieldCost[];
}

/** What stays the same while an operation is counted, and how many fields were counted so far. */
interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of the variables, not coerced. */
  readonly variables: Variables;
  fields: number;
}

/** Where a selection stands. */
interface Place {
  readonly type: GraphQLNamedType;
  /** How many items the lists in it have whose arguments do not say. */
  readonly listSize: number;
  readonly isRoot: boolean;
}

/** Fragments that spread each other could stand for more fields than can be counted. */
const maxFields = 5_000;

/** What comparing one value of a filter costs. */
const testCost = 10;

/** What the fields of a selection cost. Of fragments all count, whichever type is met: the estimate is never too low. */
export function countFields(walk: Walk, place: Place, { selections }: SelectionSetNode): FieldCost[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return countField(walk, place, selection);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments[selection.name.value];
    if (!fragment) return [];
    const type = walk.schema.getType(fragment.typeCondition?.name.value ?? '') ?? place.type;
    return countFields(walk, { ...place, type }, fragment.selectionSet);
  });
}

function countField(walk: Walk, place: Place, field: FieldNode): FieldCost[] {
  walk.fields += 1;
  if (walk.fields > maxFields) throw tooManyFields();
  const name = (field.alias ?? field.name).value;
  const { type, listSize } = place;
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  // Clients with a cache ask for the type of every object: who writes none and who writes all are to have the same limit.
  // What the schema says of itself lies in memory, and rules of its own bound it.
  if (!definition) return field.name.value === '__typename' ? [] : [{ name, size: 1, cost: 1, children: [] }];
  const read = (argument: string): unknown => {
    const node = field.arguments?.find((one) => one.name.value === argument)?.value;
    return node && valueFromASTUntyped(node, { ...walk.variables });
  };
  const { own: size, inside } = sizesOf(walk.schema, definition, read, listSize);
  const below = { type: getNamedType(definition.type), listSize: inside, isRoot: false };
  const children = field.selectionSet ? countFields(walk, below, field.selectionSet) : [];
  const each = children.reduce((sum, { cost }) => sum + cost, 1);
  const work = testCost * testsOf(definition, read('where')) + (place.isRoot ? rootWork(definition.name, read) : 0);
  return [{ name, size, cost: work + size * each, children }];
}

function testsOf({ args }: GraphQLField<unknown, unknown>, filter: unknown): number {
  const type = getNamedType(args.find(({ name }) => name === 'where')?.type);
  return isInputObjectType(type) ? filterTests(type, filter) : 0;
}

function tooManyFields(): AtlasError {
  return new AtlasError(
    'COST_LIMIT_EXCEEDED',
    `An operation may have at most ${maxFields} fields with its fragments written out, and this one has more. ` +
      'Ask for fewer fields, or in several operations.',
  );
}
