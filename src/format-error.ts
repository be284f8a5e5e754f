import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AtlasError, clientCodes, internalErrorMessage } from './errors.js';

/** What clients see of an error: its own words where it is one of ours or the client's, else only that it happened. */
export function formatError(
  onError: (code: string) => void,
  suggestions: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const told = isMasked(error) ? masked(formatted) : unmasked(formatted, error);
    onError(String(told.extensions?.['code']));
    return suggestions ? told : { ...told, message: told.message.replace(/ ?Did you mean .+\?$/s, '') };
  };
}

/** Returns what clients see of an error of an executed operation, and logs what they do not see. */
export function reportError(
  onError: (code: string) => void,
  suggestions: boolean,
  logger: Logger,
): (error: GraphQLError, requestId: string) => GraphQLFormattedError {
  const format = formatError(onError, suggestions);
  return (error, requestId) => {
    logMasked(logger, error, requestId);
    return format(error.toJSON(), error);
  };
}

/** Logs an error that clients are told nothing of, under the id of the request, which the response carries too. */
export function logMasked(logger: Logger, error: GraphQLError, requestId: string): void {
  if (!isMasked(error)) return;
  const message = 'A request failed in a way we do not know';
  logger.error({ err: unwrapResolverError(error), path: error.path, requestId }, message);
}

// Whether clients are told nothing of an error, because it is none that we expect.
function isMasked(error: unknown): boolean {
  return clientCodeOf(unwrapResolverError(error)) === undefined;
}

// The code of an error that clients are told about: of ours by its own, of GraphQL's own by what it is about.
function clientCodeOf(original: unknown): string | undefined {
  if (original instanceof AtlasError) return clientCodes.has(original.code) ? original.code : undefined;
  if (!(original instanceof GraphQLError)) return undefined;
  const { code, http } = original.extensions;
  if (code !== undefined) return typeof code === 'string' && clientCodes.has(code) ? code : undefined;
  // A value that only execution finds out: null from a variable where the argument must have a value.
  if (original.message.startsWith('Argument "')) return 'BAD_USER_INPUT';
  // Apollo Server refuses some requests without a code, such as a hash that is not that of the text.
  return http === undefined ? undefined : 'BAD_REQUEST';
}

function unmasked(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const code = clientCodeOf(original);
  if (original instanceof AtlasError) return { ...formatted, message: original.message, extensions: { code } };
  const { http: _, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, message: inWords(formatted.message), extensions: { ...extensions, code } };
}

// The parser calls itself for what is nested, and says no more of it than JavaScript does.
function inWords(message: string): string {
  if (message !== 'Maximum call stack size exceeded') return message;
  return 'The operation is nested too deeply to be read. Ask for less inside each other.';
}

function masked({ locations, path }: GraphQLFormattedError): GraphQLFormattedError {
  return {
    message: internalErrorMessage,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
