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

/** Which library executes operations: graphql-jit, which compiles each to JavaScript, or graphql-js, which interprets them. */
export type ExecutorKind = 'jit' | 'graphql-js';

/** Values of an operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** Executes an operation with its coerced variables; graphql-js coerces them by itself. */
export type Executor = (context: Context, coerced: Variables, variables: Variables) => Promise<ExecutionResult>;

/** Returns what executes an operation of a validated document: graphql-js, where graphql-jit must not or cannot. */
export function newExecutor(
  kind: ExecutorKind,
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): Executor {
  const operationName = definition.name?.value;
  if (kind === 'graphql-js' || !isCompilable(schema, document, definition)) {
    return async (contextValue, _coerced, variableValues) =>
      execute({ schema, document, operationName, contextValue, variableValues });
  }
  const query = compile(schema, document, operationName);
  return async (context, coerced) => {
    const result = await query(undefined, context, coerced);
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => asGraphQLError(error, document)) };
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): CompiledQuery['query'] {
  const query = compileQuery(schema, document, name, { disableLeafSerialization: true });
  if (isCompiledQuery(query)) return query.query;
  throw new TypeError(`graphql-jit must compile a validated operation; found ${String(query.errors?.[0]?.message)}.`);
}

// The errors of graphql-jit only have the properties of a GraphQLError.
function asGraphQLError(error: GraphQLError, { loc }: DocumentNode): GraphQLError {
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
