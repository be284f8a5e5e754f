import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  execute,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type SourceLocation,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** What executes operations: compiled once each, or interpreted by graphql-js. */
export type ExecutorKind = 'jit' | 'graphql-js';

/** How many operations stay compiled. */
const mostOperations = 1_000;

/** Lets Apollo execute operations by a compiled executor; its gateway interface is the place where it takes another. */
export function executorGateway(schema: GraphQLSchema, kind: ExecutorKind): GatewayInterface {
  const executor = kind === 'jit' ? compiledExecutor(schema) : interpretingExecutor(schema);
  return {
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (listen) => {
      listen({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

function compiledExecutor(schema: GraphQLSchema): GatewayExecutor {
  const compiled = new LRUCache<string, CompiledQuery | ExecutionResult>({ max: mostOperations });
  return async ({ document, queryHash, operationName, context, request }) => {
    const key = `${queryHash} ${operationName ?? ''}`;
    const query = compiled.get(key) ?? compile(schema, document, operationName);
    compiled.set(key, query);
    const result = isCompiledQuery(query) ? await query.query(undefined, context, request.variables) : query;
    return result.errors ? { ...result, errors: result.errors.map((error) => asGraphQLError(error, document)) } : result;
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): CompiledQuery | ExecutionResult {
  return compileQuery(schema, document, operationName ?? undefined);
}

// The compiled executor's errors only look like GraphQL's; Apollo needs real ones.
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

function interpretingExecutor(schema: GraphQLSchema): GatewayExecutor {
  return async ({ document, operationName, context, request }) =>
    execute({
      schema,
      document,
      operationName,
      contextValue: context,
      variableValues: request.variables,
    });
}
