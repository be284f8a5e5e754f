import { Neo4jError } from 'neo4j-driver';
import { AtlasError, noDataError, type ErrorCode } from '../errors.js';
import type { DatabaseTarget } from './database.js';

/** The context of an error of the driver. */
export interface ErrorContext {
  readonly target: DatabaseTarget;
  /** The name of the running statement, if any. */
  readonly query?: string;
}

/** Converts an error of the driver to an AtlasError; returns every other error unchanged. */
export function translateDriverError(error: unknown, context: ErrorContext): unknown {
  if (error instanceof AtlasError) return error;
  if (error instanceof Neo4jError && isMissingIndex(error)) return noDataError(error);
  if (error instanceof Neo4jError) return newAtlasError(codeOf(error), error, context);
  if (isTruncatedHandshake(error)) return newAtlasError('DATABASE_UNAVAILABLE', error, context);
  if (context.query === undefined && error instanceof Error) return newAtlasError('BAD_CONFIG', error, context);
  return error;
}

const codeByNeo4jCode: Readonly<Record<string, ErrorCode>> = {
  ServiceUnavailable: 'DATABASE_UNAVAILABLE',
  SessionExpired: 'DATABASE_UNAVAILABLE',
  // The driver reports this if a connection is closed while it is opened or reset.
  ProtocolError: 'DATABASE_UNAVAILABLE',
  'N/A': 'DATABASE_UNAVAILABLE',
  'Neo.ClientError.Database.DatabaseNotFound': 'BAD_CONFIG',
  'Neo.ClientError.Transaction.TransactionTimedOut': 'DATABASE_TIMEOUT',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration': 'DATABASE_TIMEOUT',
  'Neo.ClientError.Transaction.LockClientStopped': 'DATABASE_TIMEOUT',
  // One statement, or all running statements together, need more memory than Neo4j allows.
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError': 'DATABASE_MEMORY',
  // Only these two codes report that Neo4j cannot write: the first for the write itself, the second for later
  // transactions.
  'Neo.DatabaseError.Transaction.TransactionLogError': 'DISK_FULL',
  'Neo.DatabaseError.Transaction.TransactionStartFailed': 'DATABASE_UNAVAILABLE',
};

// Only a load creates the index of names.
function isMissingIndex({ message }: Neo4jError): boolean {
  return message.includes('There is no such fulltext schema index');
}

// The driver reads past the end of a handshake that was only partly received.
function isTruncatedHandshake(error: unknown): error is RangeError {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
}

function codeOf(error: Neo4jError): ErrorCode {
  if (/no space left|disk (is )?full/i.test(error.message)) return 'DISK_FULL';
  // NEO4J_DATABASE is `system`, which holds no graph.
  if (error.message.includes('Not a recognised system command')) return 'BAD_CONFIG';
  const knownCode = codeByNeo4jCode[error.code];
  if (knownCode !== undefined) return knownCode;
  if (error.code.startsWith('Neo.ClientError.Security.')) return 'DATABASE_REFUSED';
  if (error.code.startsWith('Neo.TransientError.')) return 'DATABASE_UNAVAILABLE';
  return 'INTERNAL_SERVER_ERROR';
}

function newAtlasError(code: ErrorCode, cause: Error, context: ErrorContext): AtlasError {
  return new AtlasError(code, messageOf(code, cause, context), { cause });
}

function messageOf(code: ErrorCode, cause: Error, { target, query }: ErrorContext): string {
  switch (code) {
    case 'DATABASE_UNAVAILABLE':
      return unavailableMessage(cause, target);
    case 'DATABASE_TIMEOUT':
      return `The statement "${query ?? 'connect'}" took longer than its time limit and was ended. Request less at once.`;
    case 'DATABASE_MEMORY':
      return `The statement "${query ?? 'connect'}" needs more memory than Neo4j allows. Request less at once.`;
    case 'DATABASE_REFUSED':
      return (
        `Neo4j at ${target.uri} refused the user "${target.username}" (${reasonOf(cause)}). ` +
        `Correct NEO4J_USERNAME and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE.`
      );
    case 'DISK_FULL':
      return (
        `Neo4j at ${target.uri} cannot write to its disk, which is full or broken (${reasonOf(cause)}). ` +
        `Free disk space, restart Neo4j, and try again.`
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

/** Returns the message for a Neo4j that cannot be used, with advice that depends on the driver's error. */
export function unavailableMessage(cause: Error, { uri }: DatabaseTarget): string {
  const code = 'code' in cause ? String(cause.code) : '';
  if (code.endsWith('.DeadlockDetected'))
    return `Neo4j at ${uri} detected a deadlock between two transactions. Try again.`;
  if (code.startsWith('Neo.TransientError.'))
    return `Neo4j at ${uri} is temporarily unavailable (${reasonOf(cause)}). Try again.`;
  if (code.startsWith('Neo.')) return `Neo4j at ${uri} failed (${reasonOf(cause)}). Restart it.`;
  return `Cannot connect to Neo4j at ${uri} (${reasonOf(cause)}). ${remedyOf(cause)}`;
}

const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /before secure TLS|wrong version number/,
    'It does not use TLS: remove +s or +ssc from NEO4J_URI, or enable TLS for Bolt in Neo4j.',
  ],
  [/certificate/, 'Give Neo4j a certificate that this machine trusts, or use +ssc instead of +s in NEO4J_URI.'],
  [/responded HTTP/, 'Correct NEO4J_URI: its port must be the Bolt port, 7687 by default.'],
];

/** Returns the advice for an error of the driver; for a cluster, the reason is in the cause. */
function remedyOf({ message, cause }: Error): string {
  const text = `${message} ${cause instanceof Error ? cause.message : ''}`;
  return remedies.find(([pattern]) => pattern.test(text))?.[1] ?? 'Start it, or correct NEO4J_URI if it is set.';
}

/** Returns the reason in the driver's message, without the driver's own advice and internals. */
function reasonOf({ message, name }: Error): string {
  if (message.includes('No routing servers available')) return 'no routing server responded';
  const line = message.split('\n', 1)[0]?.trim() || name;
  return line.slice(line.lastIndexOf('Caused by: ') + 1).replace(/^aused by: /, '');
}
