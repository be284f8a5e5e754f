import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type GraphQLSchema,
  type SourceLocation,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { isCompilable } from './compilable.js';

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
  const prepared = new LRUCache<string, GatewayExecutor>({ max: mostOperations });
  return (request) => {
    const { document, queryHash, operationName } = request;
    const key = `${queryHash} ${operationName ?? ''}`;
    const known = prepared.get(key);
    if (known) return known(request);
    const executor = prepare(schema, document, operationName);
    prepared.set(key, executor);
    return executor(request);
  };
}

function prepare(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): GatewayExecutor {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  if (!isCompilable(schema, document, definitions)) return interpretingExecutor(schema);
  const query = compileQuery(schema, document, operationName ?? undefined, { disableLeafSerialization: true });
  return async ({ context, request }) => {
    // The compiled operation knows no default of a required variable, nor the errors by which Apollo knows bad input.
    const { errors, coerced } = getVariableValues(schema, definitions, request.variables ?? {});
    if (errors) return { errors };
    const result = isCompiledQuery(query) ? await query.query(undefined, context, coerced) : query;
    return result.errors
      ? { ...result, errors: result.errors.map((error) => asGraphQLError(error, document)) }
      : result;
  };
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
