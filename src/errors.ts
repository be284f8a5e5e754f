/** What HTTP says of an error. */
interface HttpMeaning {
  readonly status: number;
  /** Whether the same request may succeed later; the answer then says when, in `retry-after`. */
  readonly isRetryable?: boolean;
}

/** The codes that reach clients. docs/operations.md explains each to them. */
const requestCodes = {
  BAD_REQUEST: { status: 400 },
  BAD_USER_INPUT: { status: 400 },
  GRAPHQL_PARSE_FAILED: { status: 400 },
  GRAPHQL_VALIDATION_FAILED: { status: 400 },
  OPERATION_RESOLUTION_FAILURE: { status: 400 },
  COST_LIMIT_EXCEEDED: { status: 400 },
  PERSISTED_QUERY_NOT_FOUND: { status: 200 },
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 200 },
  OPERATION_NOT_ALLOWED: { status: 403 },
  NOT_FOUND: { status: 404 },
  METHOD_NOT_ALLOWED: { status: 405 },
  NOT_ACCEPTABLE: { status: 406 },
  REQUEST_TIMEOUT: { status: 408 },
  PRECONDITION_FAILED: { status: 412 },
  PAYLOAD_TOO_LARGE: { status: 413 },
  UNSUPPORTED_MEDIA_TYPE: { status: 415 },
  RATE_LIMITED: { status: 429, isRetryable: true },
  HEADERS_TOO_LARGE: { status: 431 },
  INTERNAL_SERVER_ERROR: { status: 500 },
  OVERLOADED: { status: 503, isRetryable: true },
  STOPPING: { status: 503, isRetryable: true },
  DATABASE_UNAVAILABLE: { status: 503, isRetryable: true },
  DATABASE_TIMEOUT: { status: 503, isRetryable: true },
  DATABASE_MEMORY: { status: 503, isRetryable: true },
} satisfies Readonly<Record<string, HttpMeaning>>;

/** One of the codes that reach clients. */
export type RequestCode = keyof typeof requestCodes;

/** What HTTP says of each code that reaches clients. */
export const httpMeanings: ReadonlyMap<string, HttpMeaning> = new Map(Object.entries(requestCodes));

/** Codes that end a command. */
type CommandCode =
  | 'BAD_CONFIG'
  | 'BAD_MODEL'
  | 'BAD_DATA'
  | 'NO_DATABASE'
  | 'DATABASE_REFUSED'
  | 'DATABASE_FOREIGN'
  | 'NEWER_DATA'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_IN_USE'
  | 'DISK_FULL'
  | 'PORT_TAKEN';

/** One of the closed list of error codes. */
export type ErrorCode = RequestCode | CommandCode;

/** The codes whose messages are written for clients; an error of any other is masked. */
export const clientCodes: ReadonlySet<string> = new Set(
  [...httpMeanings.keys()].filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
);

/** All that clients read of an error that nobody expected. */
export const internalErrorMessage = 'The server failed to answer this. The failure has been logged; try again later.';

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

/** What a person reads of an error that ends a command: its message, and the stack of one that nobody expected. */
export function describeFailure(error: unknown): string {
  if (error instanceof AtlasError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A client's mistake: code BAD_USER_INPUT, answered with the message as it is. */
export function badInput(message: string): AtlasError {
  return new AtlasError('BAD_USER_INPUT', message);
}
