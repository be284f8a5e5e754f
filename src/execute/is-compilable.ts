import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../compile/selection.js';
import { hasNode } from '../shared/has-node.js';

/** How many fields graphql-jit may compile of an operation: it takes a tenth of a millisecond for each. */
const maxFields = 600;

/** Whether graphql-jit executes an operation as the specification says; graphql-js executes the others. */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const { variableDefinitions = [] } = operation;
  // Filters contain filters, and graphql-jit would follow the type of such a variable without end.
  const takesInput = variableDefinitions.some(({ type }) => isInputObjectType(getNamedType(typeFromAST(schema, type))));
  // Of a field that is selected twice, graphql-jit also answers what @skip or @include leaves out at one of the places, and
  // it takes a null condition for false.
  return !takesInput && !hasNode(document, Kind.DIRECTIVE) && isSmall(schema, document, operation);
}

/** Whether an operation has few fields with those of an interface repeated for each of its types, as graphql-jit does. */
function isSmall(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const fragments = fragmentsOf(document);
  let left = maxFields;
  const fits = (type: GraphQLObjectType, { selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      left -= 1;
      if (left < 0) return false;
      if (selection.kind === Kind.FIELD) {
        const { selectionSet } = selection;
        return !selectionSet || objectsOf(schema, type, selection.name.value).every((one) => fits(one, selectionSet));
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const condition = fragment?.typeCondition?.name.value ?? type.name;
      return !fragment || !isA(schema, type, condition) || fits(type, fragment.selectionSet);
    });
  const root = schema.getRootType(operation.operation);
  return !root || fits(root, operation.selectionSet);
}

function objectsOf(schema: GraphQLSchema, parent: GraphQLObjectType, field: string): readonly GraphQLObjectType[] {
  const definition = parent.getFields()[field];
  const type = definition && getNamedType(definition.type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

function isA(schema: GraphQLSchema, type: GraphQLObjectType, name: string): boolean {
  const condition = schema.getType(name);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
