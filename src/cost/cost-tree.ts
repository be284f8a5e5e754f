import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CostNode } from './cost-node.js';
import { conditionsOf, sizesOf, type Size } from './sizes.js';

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly operation: OperationDefinitionNode;
  fields: number;
}

/** Fragments that spread each other could write more fields than anybody can count; nobody asks for so many. */
const mostFields = 5_000;

const one: Size = () => 1;
const none: Size = () => 0;

/** What an operation may cost, as a tree that is built once and asked again for other values of the variables. */
export function costTree(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly CostNode[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const root = schema.getRootType(operation.operation);
  return root ? nodesOf({ schema, fragments, operation, fields: 0 }, root, operation.selectionSet, one) : [];
}

/** Of fragments all count, whichever type is met: the estimate is never too low. */
function nodesOf(walk: Walk, type: GraphQLNamedType, { selections }: SelectionSetNode, listSize: Size): CostNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [nodeOf(walk, type, selection, listSize)];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
    if (!fragment) return [];
    const name = fragment.typeCondition?.name.value;
    const inner = (name === undefined ? undefined : walk.schema.getType(name)) ?? type;
    return nodesOf(walk, inner, fragment.selectionSet, listSize);
  });
}

function nodeOf(walk: Walk, parent: GraphQLNamedType, field: FieldNode, listSize: Size): CostNode {
  walk.fields += 1;
  if (walk.fields > mostFields) throw tooManyFields();
  const name = field.alias?.value ?? field.name.value;
  const definition = definitionOf(parent, field.name.value);
  // Clients with a cache ask for the type of every object: who writes none and who writes all are to have the same limit.
  if (field.name.value === '__typename') return { name, size: none, conditions: none, children: [] };
  // What the schema says of itself lies in memory, and its own rule bounds its depth.
  if (!definition) return { name, size: one, conditions: none, children: [] };
  const type = getNamedType(definition.type);
  const isList = isListType(getNullableType(definition.type));
  const sizes = sizesOf(definition, field, walk.operation);
  return {
    name,
    size: isList ? (sizes.own ?? (isCompositeType(type) ? listSize : one)) : one,
    conditions: conditionsOf(field),
    children: field.selectionSet ? nodesOf(walk, type, field.selectionSet, sizes.inside) : [],
  };
}

function definitionOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function tooManyFields(): GraphQLError {
  return new GraphQLError(
    `An operation may have at most ${mostFields} fields with its fragments written out, and this one has more. ` +
      `Ask for fewer fields, or in several operations.`,
    { extensions: { code: 'COST_LIMIT_EXCEEDED', http: { status: 400 } } },
  );
}
