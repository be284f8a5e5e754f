import type { Logger } from 'pino';
import { AtlasError } from '../errors.js';
import { Cancellation } from './cancellation.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { overrideRead, probe, type Database, type Row, type Statement } from './database.js';
import {
  isAuthFailure,
  isConnectionLoss,
  isOutage,
  noResponseError,
  timeoutError,
  unavailableError,
} from './outage.js';

/** A Database with a time limit for every read, even if Neo4j does not respond. */
export interface BoundedDatabase {
  readonly database: Database;
  /** Stops the probes; the database itself stays open. */
  readonly stop: () => void;
}

/** How long after a statement's timeout Neo4j may take to report that it has ended the statement, in milliseconds. */
const graceMs = 250;

/** The delay between a failed probe and the next one, in milliseconds. */
const probeDelayMs = 250;

/** The same delay if Neo4j refuses the password: it locks out users with frequent failed attempts. */
const refusedProbeDelayMs = 15_000;

/** Timeout of a probe, in milliseconds; on a busy machine even a probe takes some time. */
const probeTimeoutMs = 3_000;

/**
 * Limits the time of every read, and rejects reads immediately during an outage; calls `onOutage` when one starts or
 * ends.
 */
export function boundDatabase(
  database: Database,
  maxReadMs: number,
  logger: Logger,
  onOutage: (isDown: boolean) => void,
): BoundedDatabase {
  const breaker = newBreaker(database, logger, onOutage);
  // A timeout is caused by a slow statement or by a Neo4j that no longer responds; a probe distinguishes the two.
  const probeAfterTimeout = (): void =>
    void sendProbe(database).catch((error: unknown) => isOutage(error) && breaker.trip(error));
  const read = async (statement: Statement): Promise<Row[]> => {
    const timeoutMs = Math.min(statement.timeoutMs ?? maxReadMs, maxReadMs);
    try {
      return await breaker.run(() => readWithTimeout(database, statement, timeoutMs, timeoutError));
    } catch (error) {
      if (error instanceof AtlasError && error.code === 'DATABASE_TIMEOUT') probeAfterTimeout();
      if (isAuthFailure(error)) breaker.trip(error);
      throw isOutage(error) || isAuthFailure(error) ? unavailableError(error) : error;
    }
  };
  return { database: overrideRead(database, read), stop: () => breaker.stop() };
}

function newBreaker(database: Database, logger: Logger, onOutage: (isDown: boolean) => void): CircuitBreaker {
  return new CircuitBreaker({
    maxFailures: 3,
    probeDelayMs: (error) => (isAuthFailure(error) ? refusedProbeDelayMs : probeDelayMs),
    isOutage: isConnectionLoss,
    probe: () => {
      // Connections that were open before the outage may never respond again, even if Neo4j is back.
      database.reconnect();
      return sendProbe(database);
    },
    onChange: (isOpen, error) => {
      onOutage(isOpen);
      if (!isOpen) {
        logger.warn('Neo4j answers again');
        return;
      }
      database.seenVersion.invalidate();
      logger.error({ err: error }, 'Neo4j cannot be reached: reads are refused until it answers again');
    },
  });
}

function sendProbe(database: Database): Promise<Row[]> {
  return readWithTimeout(database, probe, probeTimeoutMs, noResponseError);
}

async function readWithTimeout(
  database: Database,
  statement: Statement,
  timeoutMs: number,
  toError: (statement: Statement, timeoutMs: number) => AtlasError,
): Promise<Row[]> {
  const cancellation = new Cancellation();
  const timer = setTimeout(() => cancellation.cancel(toError(statement, timeoutMs)), timeoutMs + graceMs);
  const stopListening = statement.cancellation?.onCancel((reason) => cancellation.cancel(reason));
  try {
    return await database.read({ ...statement, timeoutMs, cancellation });
  } finally {
    clearTimeout(timer);
    stopListening?.();
  }
}
