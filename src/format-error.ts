import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AtlasError, clientCodes } from './errors.js';

/** What clients see of an error: its own words where it is one of ours or the client's, else only that it happened. */
export function formatError(
  logger: Logger,
  onError: (code: string) => void,
  suggestions: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const told = masked(logger, formatted, error);
    onError(String(told.extensions?.['code']));
    return suggestions ? told : { ...told, message: told.message.replace(/ ?Did you mean .+\?$/s, '') };
  };
}

function masked(logger: Logger, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof AtlasError && clientCodes.has(original.code)) {
    return { ...formatted, message: original.message, extensions: { code: original.code } };
  }
  if (error instanceof GraphQLError && original === error && clientCodes.has(String(formatted.extensions?.['code']))) {
    return formatted;
  }
  logger.error({ err: original, path: formatted.path }, 'A request failed in a way we do not know');
  const { locations, path } = formatted;
  return {
    message: 'The server failed to answer this. The failure has been logged; try again later.',
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
