import type { Logger } from 'pino';
import { AtlasError } from '../errors.js';
import { Cancellation } from '../neo4j/cancellation.js';
import type { Database, Row, Statement } from '../neo4j/database.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { isConnectionLoss, isOutage, overdue, silent, unreachable } from './outage.js';
import { withRead } from './with-read.js';

/** A database whose reads end in time whatever happens to Neo4j, and how to let go of it. */
export interface GuardedDatabase {
  readonly database: Database;
  /** Ends the probes; the database itself stays open. */
  readonly stop: () => void;
}

/** How long, beyond a statement's own time, Neo4j has to say that it ended the statement. */
const graceMs = 250;

/** How long Neo4j may be silent before it counts as gone; a busy computer takes its time. */
const probeMs = 3_000;

const probe: Statement = {
  name: 'neo4j/probe',
  text: 'RETURN 1 AS one',
  parameters: {},
  timeoutMs: probeMs,
  isUrgent: true,
};

/** Bounds the time of every read, and refuses reads at once while Neo4j cannot be reached. */
export function guard(database: Database, budgetMs: number, logger: Logger): GuardedDatabase {
  const breaker = breakerOf(database, logger);
  // Whether a statement was slow, or Neo4j has stopped answering anybody, only another one can tell.
  const suspect = (): void => void askProbe(database).catch((error: unknown) => isOutage(error) && breaker.trip(error));
  const read = async (statement: Statement): Promise<Row[]> => {
    const timeMs = Math.min(statement.timeoutMs ?? budgetMs, budgetMs);
    try {
      return await breaker.run(() => inTime(database, statement, timeMs, overdue));
    } catch (error) {
      if (error instanceof AtlasError && error.code === 'DATABASE_TIMEOUT') suspect();
      throw isOutage(error) ? unreachable(error) : error;
    }
  };
  return { database: withRead(database, read), stop: () => breaker.stop() };
}

function breakerOf(database: Database, logger: Logger): CircuitBreaker {
  return new CircuitBreaker({
    failures: 3,
    pauseMs: 250,
    isOutage: isConnectionLoss,
    probe: () => {
      // Connections that were open before the outage may never speak again, although Neo4j does.
      database.reconnect();
      return askProbe(database);
    },
    onChange: (isOpen, error) => {
      if (!isOpen) {
        logger.warn('Neo4j answers again');
        return;
      }
      database.seen.lose();
      logger.error({ err: error }, 'Neo4j cannot be reached: reads are refused until it answers again');
    },
  });
}

function askProbe(database: Database): Promise<Row[]> {
  return inTime(database, probe, probeMs, silent);
}

async function inTime(
  database: Database,
  statement: Statement,
  timeMs: number,
  late: (statement: Statement, timeMs: number) => AtlasError,
): Promise<Row[]> {
  const cancellation = new Cancellation();
  const timer = setTimeout(() => cancellation.cancel(late(statement, timeMs)), timeMs + graceMs);
  const stopListening = statement.cancellation?.onCancel((reason) => cancellation.cancel(reason));
  try {
    return await database.read({ ...statement, timeoutMs: timeMs, cancellation });
  } finally {
    clearTimeout(timer);
    stopListening?.();
  }
}
