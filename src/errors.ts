/** Every code an error of ours can carry: the first group reaches clients, the second ends a command. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'DATABASE_UNAVAILABLE',
  'DATABASE_TIMEOUT',
  'INTERNAL_SERVER_ERROR',

  'BAD_CONFIG',
  'BAD_DATA',
  'NO_DATABASE',
  'DATABASE_REFUSED',
  'DATABASE_TOO_OLD',
  'DATABASE_IN_USE',
  'DISK_FULL',
  'PORT_TAKEN',
] as const;

/** One of the closed list of error codes. */
export type ErrorCode = (typeof errorCodes)[number];

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
