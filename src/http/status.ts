import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { retryAfterSeconds } from './error-handler.js';

const retryLater: ReadonlySet<unknown> = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT']);

/**
 * Gives answers the HTTP status that GraphQL over HTTP asks for: 200 for whatever was read as GraphQL where the client
 * takes only `application/json`; and 503 where Neo4j is the reason, so that proxies and clients know to try again.
 */
export function httpStatus(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response }) => {
          const { http } = response;
          if (codesOf(response).some((code) => retryLater.has(code))) {
            http.status = 503;
            http.headers.set('retry-after', retryAfterSeconds);
          } else if (http.status === 400 && request.http?.headers.get('accept') === 'application/json') {
            http.status = 200;
          }
          return Promise.resolve();
        },
      }),
  };
}

function codesOf({ body }: GraphQLResponse): unknown[] {
  return body.kind === 'single' ? (body.singleResult.errors ?? []).map((error) => error.extensions?.['code']) : [];
}
