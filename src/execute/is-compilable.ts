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

/** Maximum number of fields that graphql-jit compiles in an operation: it takes 0.1 ms for each. */
const maxFields = 600;

/** Whether graphql-jit executes an operation as the GraphQL specification requires; graphql-js executes all others. */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const { variableDefinitions = [] } = operation;
  // Filter types are recursive: graphql-jit would expand the type of such a variable endlessly.
  const takesInput = variableDefinitions.some(({ type }) => isInputObjectType(getNamedType(typeFromAST(schema, type))));
  // If a field is selected twice, graphql-jit also returns the subfields of a selection that @skip or @include
  // excludes. It also treats a null condition as false.
  return !takesInput && !hasNode(document, Kind.DIRECTIVE) && isSmall(schema, document, operation);
}

/**
 * Whether an operation has at most `maxFields` fields, where fields of an interface count for each of its object types.
 */
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
