import {
  BREAK,
  isNonNullType,
  Kind,
  locatedError,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../context.js';
import type { PlainSchema } from './plain.js';

/** What the resolver of a root field is told, but for the values of the variables. */
type Root = Omit<GraphQLResolveInfo, 'variableValues'>;

/** Answers one request by its row alone; undefined where resolvers have to make the answer of it. */
export type RunVerbatim = (
  context: Pick<Context, 'readVerbatim'>,
  variableValues: GraphQLResolveInfo['variableValues'],
) => Promise<ExecutionResult> | undefined;

/**
 * What answers an operation of one root field by its row, where that is word for word the answer: then nothing is
 * copied or looked at again. Undefined where it never is.
 */
export function verbatimRun(
  plain: PlainSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): RunVerbatim | undefined {
  const root = rootOf(plain, document, operation);
  if (!root) return undefined;
  return (context, variableValues) => {
    const row = reading(() => context.readVerbatim({ ...root, variableValues }));
    return row && answered(root, row);
  };
}

// Directives may leave parts out for some values of variables; a row always has all.
function rootOf(
  { schema, statementFields }: PlainSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Root | undefined {
  const parentType = schema.getQueryType();
  const [node, ...others] = operation.selectionSet.selections;
  if (!parentType || node?.kind !== Kind.FIELD || others.length > 0 || hasDirectives(document)) return undefined;
  const definition = parentType.getFields()[node.name.value];
  if (!definition || !statementFields.has(definition.name)) return undefined;
  return {
    schema,
    parentType,
    operation,
    fieldName: definition.name,
    fieldNodes: [node],
    returnType: definition.type,
    path: { prev: undefined, key: keyOf(node), typename: parentType.name },
    fragments: fragmentsOf(document),
    rootValue: undefined,
  };
}

// A statement that cannot be made is an error of its field, like one that fails.
function reading(read: () => Promise<unknown> | undefined): Promise<unknown> | undefined {
  try {
    return read();
  } catch (error) {
    return Promise.reject(error);
  }
}

function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

function fragmentsOf({ definitions }: DocumentNode): GraphQLResolveInfo['fragments'] {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

async function answered(
  { path: { key }, fieldNodes, returnType }: Root,
  row: Promise<unknown>,
): Promise<ExecutionResult> {
  try {
    return { data: { [key]: await row } };
  } catch (error) {
    const data = isNonNullType(returnType) ? null : { [key]: null };
    return { data, errors: [locatedError(error, fieldNodes, [key])] };
  }
}
