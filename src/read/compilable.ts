import {
  BREAK,
  getNamedType,
  isInputObjectType,
  typeFromAST,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';

/** Whether graphql-jit answers an operation as the specification says; what it gets wrong is left to graphql-js. */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: readonly VariableDefinitionNode[],
): boolean {
  // Filters lead back to themselves, and it would follow the type of such a variable without end.
  const takesInput = variables.some(({ type }) => isInputObjectType(getNamedType(typeFromAST(schema, type))));
  return !takesInput && !hasConditionalParts(document);
}

// Of a field asked for twice it answers also what is asked for only at the place that @skip or @include leaves out.
function hasConditionalParts(document: DocumentNode): boolean {
  let found = false;
  const note = ({ directives = [] }: { readonly directives?: readonly DirectiveNode[] | undefined }) => {
    found ||= directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
    return found ? BREAK : undefined;
  };
  visit(document, {
    Field: (field) => (field.selectionSet ? note(field) : undefined),
    InlineFragment: note,
    FragmentSpread: note,
  });
  return found;
}
