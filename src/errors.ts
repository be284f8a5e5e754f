/** Codes that reach clients: of ours, and of GraphQL requests that are not well-formed. */
const requestCodes = [
  'BAD_USER_INPUT',
  'DATABASE_UNAVAILABLE',
  'DATABASE_TIMEOUT',
  'DATABASE_MEMORY',
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'COST_LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'OVERLOADED',
  'OPERATION_NOT_ALLOWED',
  'NOT_FOUND',
] as const;

/** Codes that end a command. */
type CommandCode =
  | 'BAD_CONFIG'
  | 'BAD_DATA'
  | 'NO_DATABASE'
  | 'DATABASE_REFUSED'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_IN_USE'
  | 'DISK_FULL'
  | 'PORT_TAKEN';

/** One of the closed list of error codes. */
export type ErrorCode = (typeof requestCodes)[number] | CommandCode;

/** The codes whose messages are written for clients; an error of any other is masked. */
export const clientCodes: ReadonlySet<string> = new Set(
  requestCodes.filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
);

/** An expected failure: its message says what was expected, what was found, and what to do. */
export class AtlasError extends Error {
  override readonly name = 'AtlasError';

  constructor(
    /** What kind of failure it is, from the closed list. */
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A client's mistake: code BAD_USER_INPUT, answered with the message as it is. */
export function badInput(message: string): AtlasError {
  return new AtlasError('BAD_USER_INPUT', message);
}
