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
import { fragmentsOf, hasNode } from '../compile/selection.js';

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
  const hasInputVariable = variableDefinitions.some(({ type }) =>
    isInputObjectType(getNamedType(typeFromAST(schema, type))),
  );
  // If a field is selected twice, graphql-jit also returns the subfields of a selection that @skip or @include
  // excludes. It also treats a null condition as false.
  return !hasInputVariable && !hasNode(document, Kind.DIRECTIVE) && isSmall(schema, document, operation);
}

/**
 * Whether an operation has at most `maxFields` fields, where fields of an interface count for each of its object types.
 */
function isSmall(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const fragments = fragmentsOf(document);
  let remainingFields = maxFields;
  const isWithinLimit = (type: GraphQLObjectType, { selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      remainingFields -= 1;
      if (remainingFields < 0) return false;
      if (selection.kind === Kind.FIELD) {
        const { selectionSet } = selection;
        return (
          !selectionSet ||
          objectTypesOf(schema, type, selection.name.value).every((objectType) =>
            isWithinLimit(objectType, selectionSet),
          )
        );
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const condition = fragment?.typeCondition?.name.value ?? type.name;
      return !fragment || !isSubtype(schema, type, condition) || isWithinLimit(type, fragment.selectionSet);
    });
  const root = schema.getRootType(operation.operation);
  return !root || isWithinLimit(root, operation.selectionSet);
}

function objectTypesOf(schema: GraphQLSchema, parent: GraphQLObjectType, field: string): readonly GraphQLObjectType[] {
  const definition = parent.getFields()[field];
  const type = definition && getNamedType(definition.type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

function isSubtype(schema: GraphQLSchema, type: GraphQLObjectType, name: string): boolean {
  const condition = schema.getType(name);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
