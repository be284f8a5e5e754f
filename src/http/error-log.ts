import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { Logger } from 'pino';
import type { Context } from '../context.js';
import { isMasked } from '../format-error.js';

/** Logs every error that clients are told nothing of, under the id of the request, which its answer carries too. */
export function errorLog(logger: Logger): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    didEncounterErrors: ({ errors, contextValue: { requestId } }) => {
      for (const error of errors.filter(isMasked)) {
        const message = 'A request failed in a way we do not know';
        logger.error({ err: unwrapResolverError(error), path: error.path, requestId }, message);
      }
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
