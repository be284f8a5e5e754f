import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import { getOperationAST, GraphQLError, Kind, type DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../execute/context.js';
import type { OperationCache } from '../execute/operation-cache.js';
import { logMasked } from '../format-error.js';
import { headOf } from './status.js';

/**
 * An Apollo plugin that executes the operations that Apollo Server has parsed and validated. It logs Apollo Server's
 * own errors that are masked for clients, sets the status and the request id of responses with errors, and throws for
 * an unknown operation name.
 */
export function operationPlugin(operations: OperationCache, logger: Logger): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    didResolveOperation: async ({ document, request: { operationName } }) =>
      requireOperation(document, operationName ?? ''),
    responseForOperation: async ({ document, queryHash, request, contextValue }) => {
      const operation = operations.findIn(document, queryHash ?? '', request.operationName ?? '');
      if (!operation) return null; // already rejected by requireOperation
      const singleResult = await operation.respond(contextValue, request.variables ?? {});
      return { http: { status: 200, headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
    },
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) logMasked(logger, error, contextValue.caller.requestId.id);
    },
    willSendResponse: async ({ contextValue, request, response: { body, http } }) => {
      if (body.kind !== 'single' || !body.singleResult.errors) return;
      const { id } = contextValue.caller.requestId;
      body.singleResult.extensions = { ...body.singleResult.extensions, requestId: id };
      // GET with an operation other than a query: Apollo Server has already set the status and the `allow` header.
      if (http.status === 405) return;
      const { status, headers } = headOf(body.singleResult, request.http?.headers.get('accept'));
      http.status = status;
      for (const [name, value] of Object.entries(headers)) http.headers.set(name, value);
    },
  };
  return { requestDidStart: async () => listener };
}

function requireOperation(document: DocumentNode, name: string): void {
  if (getOperationAST(document, name === '' ? null : name)) return;
  const hasOperation = document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const anonymousMessage = hasOperation
    ? 'Must provide operation name if query contains multiple operations.'
    : 'Must provide an operation.';
  const message = name === '' ? anonymousMessage : `Unknown operation named "${name}".`;
  throw new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}
