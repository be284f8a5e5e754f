import { Neo4jError } from 'neo4j-driver';
import { AtlasError, type ErrorCode } from '../errors.js';
import type { DatabaseTarget } from './database.js';

/** What was being done when the driver failed. */
export interface Failure {
  readonly target: DatabaseTarget;
  /** The statement's name, when one was running. */
  readonly query?: string;
}

/** Turns an error of the driver into one of ours; leaves every other error as it is. */
export function translateDriverError(error: unknown, failure: Failure): unknown {
  if (error instanceof AtlasError) return error;
  if (error instanceof Neo4jError) return atlasError(codeOf(error), error, failure);
  if (isTornMessage(error)) return atlasError('DATABASE_UNAVAILABLE', error, failure);
  if (failure.query === undefined && error instanceof Error) return atlasError('BAD_CONFIG', error, failure);
  return error;
}

const exactCodes: Readonly<Record<string, ErrorCode>> = {
  ServiceUnavailable: 'DATABASE_UNAVAILABLE',
  SessionExpired: 'DATABASE_UNAVAILABLE',
  // So the driver tells of a connection that was cut while it was opened, or made ready for the next statement.
  ProtocolError: 'DATABASE_UNAVAILABLE',
  'N/A': 'DATABASE_UNAVAILABLE',
  'Neo.ClientError.Database.DatabaseNotFound': 'BAD_CONFIG',
  'Neo.ClientError.Transaction.TransactionTimedOut': 'DATABASE_TIMEOUT',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration': 'DATABASE_TIMEOUT',
  'Neo.ClientError.Transaction.LockClientStopped': 'DATABASE_TIMEOUT',
  // One statement, or all that run at once, need more memory than Neo4j is set to give.
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError': 'DATABASE_MEMORY',
  // What cannot be written is told by these two alone: of the write itself, and of all that comes after it.
  'Neo.DatabaseError.Transaction.TransactionLogError': 'DISK_FULL',
  'Neo.DatabaseError.Transaction.TransactionStartFailed': 'DATABASE_UNAVAILABLE',
};

// The driver reads past the end of a handshake of which only a part arrived.
function isTornMessage(error: unknown): error is RangeError {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
}

function codeOf(error: Neo4jError): ErrorCode {
  if (/no space left|disk (is )?full/i.test(error.message)) return 'DISK_FULL';
  const exact = exactCodes[error.code];
  if (exact !== undefined) return exact;
  if (error.code.startsWith('Neo.ClientError.Security.')) return 'DATABASE_REFUSED';
  if (error.code.startsWith('Neo.TransientError.')) return 'DATABASE_UNAVAILABLE';
  return 'INTERNAL_SERVER_ERROR';
}

function atlasError(code: ErrorCode, cause: Error, failure: Failure): AtlasError {
  return new AtlasError(code, messageOf(code, cause, failure), { cause });
}

function messageOf(code: ErrorCode, cause: Error, { target, query }: Failure): string {
  switch (code) {
    case 'DATABASE_UNAVAILABLE':
      return unavailableMessage(cause, target);
    case 'DATABASE_TIMEOUT':
      return `The statement "${query ?? 'connect'}" took longer than it may, and Neo4j ended it. Ask for less at once.`;
    case 'DATABASE_MEMORY':
      return `The statement "${query ?? 'connect'}" needs more memory than Neo4j may give it. Ask for less at once.`;
    case 'DATABASE_REFUSED':
      return (
        `Neo4j at ${target.uri} refused the user "${target.username}" (${reasonOf(cause)}). ` +
        `Correct NEO4J_USERNAME and NEO4J_PASSWORD.`
      );
    case 'DISK_FULL':
      return (
        `Neo4j at ${target.uri} cannot write to its disk, which is full or broken (${reasonOf(cause)}). ` +
        `Free some room, start Neo4j again, and try again.`
      );
    case 'BAD_CONFIG':
      return (
        `Neo4j at ${target.uri}, database "${target.database ?? 'the default'}", cannot be opened ` +
        `(${reasonOf(cause)}). Correct NEO4J_URI and NEO4J_DATABASE.`
      );
    default:
      return `The statement "${query ?? 'connect'}" failed: ${reasonOf(cause)}`;
  }
}

/** What is said of a Neo4j that cannot be used, with what to do by what the driver says of it. */
export function unavailableMessage(cause: Error, { uri }: DatabaseTarget): string {
  const code = 'code' in cause ? String(cause.code) : '';
  if (code.endsWith('.DeadlockDetected')) return `Neo4j at ${uri} had two writers wait for each other. Try again.`;
  if (code.startsWith('Neo.TransientError.'))
    return `Neo4j at ${uri} cannot do this now (${reasonOf(cause)}). Try again.`;
  if (code.startsWith('Neo.')) return `Neo4j at ${uri} gave up (${reasonOf(cause)}). Start it again.`;
  return `No Neo4j could be used at ${uri} (${reasonOf(cause)}). ${remedyOf(cause)}`;
}

const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /before secure TLS|wrong version number/,
    'It does not speak TLS there: take NEO4J_URI without +s or +ssc, or turn on TLS for Bolt in Neo4j.',
  ],
  [/certificate/, 'Give Neo4j a certificate that is trusted here, or take +ssc instead of +s in NEO4J_URI.'],
  [/responded HTTP/, 'Correct NEO4J_URI: its port is the one for Bolt, 7687 unless it was changed.'],
];

/** What to do, by what the driver says; of a cluster it says so in the cause. */
function remedyOf({ message, cause }: Error): string {
  const words = `${message} ${cause instanceof Error ? cause.message : ''}`;
  return remedies.find(([pattern]) => pattern.test(words))?.[1] ?? 'Start it, or correct NEO4J_URI.';
}

/** The driver's message without the advice and internals that it wraps around the reason. */
function reasonOf({ message, name }: Error): string {
  if (message.includes('No routing servers available')) return 'no routing server answered';
  const line = message.split('\n', 1)[0]?.trim() || name;
  return line.slice(line.lastIndexOf('Caused by: ') + 1).replace(/^aused by: /, '');
}
