import {
  execute,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SourceLocation,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Context } from './context.js';
import { isCompilable } from './is-compilable.js';

/**
 * The library that executes operations: `jit` (graphql-jit) compiles them to JavaScript, `graphql-js` interprets them.
 */
export type ExecutorKind = 'jit' | 'graphql-js';

/** The values of an operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** Executes an operation. graphql-jit needs the coerced variables; graphql-js coerces them itself. */
export type Executor = (
  context: Context,
  coercedVariables: Variables,
  variables: Variables,
) => Promise<ExecutionResult>;

/** Returns the executor of an operation; always graphql-js for operations that graphql-jit cannot execute correctly. */
export function newExecutor(
  kind: ExecutorKind,
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): Executor {
  const operationName = definition.name?.value;
  if (kind === 'graphql-js' || !isCompilable(schema, document, definition)) {
    return async (contextValue, _coercedVariables, variableValues) =>
      execute({ schema, document, operationName, contextValue, variableValues });
  }
  const query = compile(schema, document, operationName);
  return async (context, coercedVariables) => {
    const result = await query(undefined, context, coercedVariables);
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => toGraphQLError(error, document)) };
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): CompiledQuery['query'] {
  const query = compileQuery(schema, document, name, { disableLeafSerialization: true });
  if (isCompiledQuery(query)) return query.query;
  throw new TypeError(
    `graphql-jit must compile a validated operation, but failed: ${String(query.errors?.[0]?.message)}`,
  );
}

// The errors of graphql-jit have the properties of a GraphQLError, but are not instances of it.
function toGraphQLError(error: GraphQLError, { loc }: DocumentNode): GraphQLError {
  const { message, path, originalError, extensions, locations } = error;
  const lines = loc?.source.body.split('\n') ?? [];
  const offsetOf = ({ line, column }: SourceLocation): number =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
  return new GraphQLError(message, {
    path,
    originalError,
    extensions,
    source: loc?.source,
    positions: loc && locations?.map(offsetOf),
  });
}
