/** The HTTP status of an error. */
interface ErrorStatus {
  readonly status: number;
  /** Whether the same request may succeed later; the response then has a `retry-after` header. */
  readonly isRetryable?: boolean;
}

/** The error codes that clients can receive; docs/operations.md documents each. */
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
  STARTING: { status: 503, isRetryable: true },
  STOPPING: { status: 503, isRetryable: true },
  DATABASE_UNAVAILABLE: { status: 503, isRetryable: true },
  DATABASE_TIMEOUT: { status: 503, isRetryable: true },
  DATABASE_MEMORY: { status: 503, isRetryable: true },
  NO_DATA: { status: 503, isRetryable: true },
} satisfies Readonly<Record<string, ErrorStatus>>;

/** An error code that clients can receive. */
export type RequestCode = keyof typeof requestCodes;

/** The HTTP status of each error code that clients can receive. */
export const errorStatuses: ReadonlyMap<string, ErrorStatus> = new Map(Object.entries(requestCodes));

/** The error codes that end a command. */
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

/** Any error code. */
export type ErrorCode = RequestCode | CommandCode;

/** The error for a Neo4j that holds no data of this project, or lacks an index of them. */
export function noDataError(cause?: Error): AtlasError {
  return new AtlasError('NO_DATA', 'Neo4j holds no complete data of this server. Load them: aigc-atlas load', {
    cause,
  });
}

/** The error codes whose messages clients see; errors with any other code are masked. */
export const clientCodes: ReadonlySet<string> = new Set(
  [...errorStatuses.keys()].filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
);

/** The message that clients get for an unexpected error. */
export const internalErrorMessage = 'The server failed unexpectedly. The error has been logged; try again later.';

/** An expected failure. Its message says what was expected, what was found, and what to do. */
export class AtlasError extends Error {
  override readonly name = 'AtlasError';

  constructor(
    /** The kind of failure. */
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Describes an error that ends a command: by its message if it was expected, otherwise by its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof AtlasError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Creates an error of the client, with the code BAD_USER_INPUT; clients see the message. */
export function badInput(message: string): AtlasError {
  return new AtlasError('BAD_USER_INPUT', message);
}
