import type { Logger } from 'pino';
import { AtlasError } from '../errors.js';
import { Cancellation } from './cancellation.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { withRead, type Database, type Row, type Statement } from './database.js';
import { isConnectionLoss, isOutage, isRefusal, noResponseError, timeoutError, unavailableError } from './outage.js';

/** A Database whose reads end in time, whatever happens to Neo4j. */
export interface BoundedDatabase {
  readonly database: Database;
  /** Stops the probes; the database itself stays open. */
  readonly stop: () => void;
}

/** How long, beyond a statement's own limit, Neo4j may take to report that it ended the statement. */
const graceMs = 250;

/** How long after a failed probe the next one is sent. */
const pauseMs = 250;

/** The same where Neo4j refuses our password: it locks out who tries that often, us and those who mend it. */
const refusedPauseMs = 15_000;

/** How long Neo4j may take to answer a probe; on a busy machine even that one takes its time. */
const probeMs = 3_000;

const probe: Statement = {
  name: 'neo4j/probe',
  text: 'RETURN 1 AS one',
  parameters: {},
  timeoutMs: probeMs,
  isUrgent: true,
};

/** Limits the time of every read, and fails reads at once during an outage of Neo4j, of which it tells. */
export function boundDatabase(
  database: Database,
  maxReadMs: number,
  logger: Logger,
  onOutage: (isOut: boolean) => void = () => undefined,
): BoundedDatabase {
  const breaker = newBreaker(database, logger, onOutage);
  // A timeout does not tell a slow statement from a Neo4j that no longer answers anybody; a probe does.
  const probeAfterTimeout = (): void =>
    void sendProbe(database).catch((error: unknown) => isOutage(error) && breaker.trip(error));
  const read = async (statement: Statement): Promise<Row[]> => {
    const timeMs = Math.min(statement.timeoutMs ?? maxReadMs, maxReadMs);
    try {
      return await breaker.run(() => readWithin(database, statement, timeMs, timeoutError));
    } catch (error) {
      if (error instanceof AtlasError && error.code === 'DATABASE_TIMEOUT') probeAfterTimeout();
      if (isRefusal(error)) breaker.trip(error);
      throw isOutage(error) || isRefusal(error) ? unavailableError(error) : error;
    }
  };
  return { database: withRead(database, read), stop: () => breaker.stop() };
}

function newBreaker(database: Database, logger: Logger, onOutage: (isOut: boolean) => void): CircuitBreaker {
  return new CircuitBreaker({
    failures: 3,
    pauseMs: (error) => (isRefusal(error) ? refusedPauseMs : pauseMs),
    isOutage: isConnectionLoss,
    probe: () => {
      // Connections that were open before the outage may stay silent even after Neo4j is back.
      database.reconnect();
      return sendProbe(database);
    },
    onChange: (isOpen, error) => {
      onOutage(isOpen);
      if (!isOpen) {
        logger.warn('Neo4j answers again');
        return;
      }
      database.seen.lose();
      logger.error({ err: error }, 'Neo4j cannot be reached: reads are refused until it answers again');
    },
  });
}

function sendProbe(database: Database): Promise<Row[]> {
  return readWithin(database, probe, probeMs, noResponseError);
}

async function readWithin(
  database: Database,
  statement: Statement,
  timeMs: number,
  toError: (statement: Statement, timeMs: number) => AtlasError,
): Promise<Row[]> {
  const cancellation = new Cancellation();
  const timer = setTimeout(() => cancellation.cancel(toError(statement, timeMs)), timeMs + graceMs);
  const stopListening = statement.cancellation?.onCancel((reason) => cancellation.cancel(reason));
  try {
    return await database.read({ ...statement, timeoutMs: timeMs, cancellation });
  } finally {
    clearTimeout(timer);
    stopListening?.();
  }
}
