import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import type { Logger } from 'pino';
import type { Context } from '../execute/context.js';
import type { OperationCache } from '../execute/operation-cache.js';
import { logMasked } from '../format-error.js';
import { notAllowedError } from './persisted-queries.js';
import { headOf } from './status.js';

/**
 * An Apollo plugin that executes the operations that Apollo Server has parsed and validated. It rejects operations
 * that are not allowed, logs Apollo Server's own errors that are masked for clients, and sets the status and the request
 * id of responses with errors.
 */
export function operationPlugin(operations: OperationCache, logger: Logger): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    didResolveOperation: async ({ document }) => {
      if (!operations.isAllowed(document)) throw notAllowedError();
    },
    responseForOperation: async ({ document, queryHash, request, contextValue }) => {
      const operation = operations.findIn(document, queryHash ?? '', request.operationName ?? '');
      if (!operation) return null; // Apollo Server reports the unknown name
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
