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
import { isPresent } from '../compile/page.js';
import { AtlasError } from '../errors.js';
import type { Variables } from '../execute/executor.js';
import { hasNode } from '../compile/selection.js';
import { countComparisons } from './filter-cost.js';
import { estimateRootWork, sizesOf } from './sizes.js';

/** The cost of a field in one occurrence of its parent. */
export interface FieldCost {
  /** Its name in the response. */
  readonly name: string;
  /** The maximum number of values of the field in one occurrence of its parent. */
  readonly size: number;
  /** The total cost, including its children and its size. */
  readonly cost: number;
  readonly children: readonly FieldCost[];
}

/** The context of counting one operation, the number of fields so far, and whether no variable affects their cost. */
interface CountContext {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of the variables, not coerced. */
  readonly variables: Variables;
  fields: number;
  isConstant: boolean;
}

/** The parent of a selection. */
interface Parent {
  readonly type: GraphQLNamedType;
  /** The size of the lists in it that have no arguments for their size. */
  readonly listSize: number;
  readonly isRoot: boolean;
}

/** Maximum number of fields, because fragments that spread each other may expand to too many to count. */
const maxFields = 5_000;

/** The cost of comparing one value of a filter. */
const comparisonCost = 10;

/** Computes the costs of a selection's fields. Fragments on all types count, so that the estimate is never too low. */
export function countFields(context: CountContext, parent: Parent, { selections }: SelectionSetNode): FieldCost[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return countField(context, parent, selection);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : context.fragments[selection.name.value];
    if (!fragment) return [];
    const type = context.schema.getType(fragment.typeCondition?.name.value ?? '') ?? parent.type;
    return countFields(context, { ...parent, type }, fragment.selectionSet);
  });
}

function countField(context: CountContext, parent: Parent, field: FieldNode): FieldCost[] {
  context.fields += 1;
  if (context.fields > maxFields) throw createFieldLimitError();
  const name = (field.alias ?? field.name).value;
  const { type, listSize } = parent;
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  // `__typename` is free, because caching clients add it to every object. Introspection reads memory only and has
  // limits of its own.
  if (!definition) return field.name.value === '__typename' ? [] : [{ name, size: 1, cost: 1, children: [] }];
  const read = (argument: string): unknown => {
    const node = field.arguments?.find((argumentNode) => argumentNode.name.value === argument)?.value;
    context.isConstant &&= !node || !hasNode(node, Kind.VARIABLE);
    return node && valueFromASTUntyped(node, { ...context.variables });
  };
  const { size, nestedListSize } = sizesOf(context.schema, definition, read, listSize);
  const childParent = { type: getNamedType(definition.type), listSize: nestedListSize, isRoot: false };
  const children = field.selectionSet ? countFields(context, childParent, field.selectionSet) : [];
  const costPerValue = children.reduce((sum, { cost }) => sum + cost, 1);
  const filter = read('where');
  const work =
    (isPresent(filter) ? comparisonCost * countFilterComparisons(definition, filter) : 0) +
    (parent.isRoot ? estimateRootWork(definition.name, read) : 0);
  return [{ name, size, cost: work + size * costPerValue, children }];
}

function countFilterComparisons({ args }: GraphQLField<unknown, unknown>, filter: unknown): number {
  const type = getNamedType(args.find(({ name }) => name === 'where')?.type);
  return isInputObjectType(type) ? countComparisons(type, filter) : 0;
}

function createFieldLimitError(): AtlasError {
  return new AtlasError(
    'COST_LIMIT_EXCEEDED',
    `An operation may have at most ${maxFields} fields with its fragments expanded, and this one has more. ` +
      'Select fewer fields, or split the operation into several.',
  );
}
