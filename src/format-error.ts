import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AtlasError, clientCodes, internalErrorMessage } from './errors.js';

/**
 * Returns the function that formats an error for clients: unexpected errors are masked. It also counts the error's
 * code.
 */
export function newErrorFormatter(
  onError: (code: string) => void,
  hasSuggestions: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    const code = clientCodeOf(original);
    const clientError = code === undefined ? maskError(formatted) : exposeError(formatted, original, code);
    onError(code ?? 'INTERNAL_SERVER_ERROR');
    return hasSuggestions ? clientError : { ...clientError, message: removeSuggestion(clientError.message) };
  };
}

// The last occurrence starts the suggestion: the message may quote the same words of a client before it.
function removeSuggestion(message: string): string {
  const start = message.endsWith('?') ? message.lastIndexOf('Did you mean ') : -1;
  return start < 0 ? message : message.slice(0, start).trimEnd();
}

/** Returns the function that formats an error of an executed operation for clients, and logs it if it is masked. */
export function newErrorReporter(
  onError: (code: string) => void,
  hasSuggestions: boolean,
  logger: Logger,
): (error: GraphQLError, requestId: string) => GraphQLFormattedError {
  const format = newErrorFormatter(onError, hasSuggestions);
  return (error, requestId) => {
    logMasked(logger, error, requestId);
    return format(error.toJSON(), error);
  };
}

/** Logs an error that is masked for clients, with the request id that the response contains too. */
export function logMasked(logger: Logger, error: GraphQLError, requestId: string): void {
  const err = unwrapResolverError(error);
  if (clientCodeOf(err) !== undefined) return;
  logger.error({ err, path: error.path, requestId }, 'A request failed with an unexpected error');
}

// The code of an error that clients may see: its own if it has one, otherwise derived from the kind of GraphQL error;
// undefined for an unexpected error, whose message they must not see.
function clientCodeOf(original: unknown): string | undefined {
  if (original instanceof AtlasError) return clientCodes.has(original.code) ? original.code : undefined;
  if (!(original instanceof GraphQLError)) return undefined;
  const { code, http } = original.extensions;
  if (code !== undefined) return typeof code === 'string' && clientCodes.has(code) ? code : undefined;
  // Only execution detects this error: a variable is null, but the argument must not be.
  if (original.message.startsWith('Argument "')) return 'BAD_USER_INPUT';
  // Apollo Server rejects some requests without a code, such as a hash that does not match the text.
  return http === undefined ? undefined : 'BAD_REQUEST';
}

function exposeError(formatted: GraphQLFormattedError, original: unknown, code: string): GraphQLFormattedError {
  if (original instanceof AtlasError) return { ...formatted, message: original.message, extensions: { code } };
  const { http: _, ...extensions } = formatted.extensions ?? {};
  return {
    ...formatted,
    message: explanations.get(formatted.message) ?? formatted.message,
    extensions: { ...extensions, code },
  };
}

/** What clients get instead of messages that do not say what to do. */
const explanations: ReadonlyMap<string, string> = new Map([
  // The parser is recursive: if an operation is nested too deeply, its error is only JavaScript's stack overflow.
  ['Maximum call stack size exceeded', 'The operation is nested too deeply to be parsed. Reduce its nesting.'],
  ['Operation batching disabled.', 'Expected one operation, found a list. Send a request for each operation.'],
  [
    'POST body missing, invalid Content-Type, or JSON object has no keys.',
    'Expected a JSON object with the property query in the body, found none. Send it as application/json.',
  ],
  [
    'provided sha does not match query',
    'Expected the SHA-256 of the query in extensions.persistedQuery, found another hash. Correct it, or leave it out.',
  ],
  [
    'Unsupported persisted query version',
    'Expected version 1 in extensions.persistedQuery, found another one. Correct it, or send the query.',
  ],
]);

function maskError({ locations, path }: GraphQLFormattedError): GraphQLFormattedError {
  return {
    message: internalErrorMessage,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
