import { batchParameters, type BoundParameters } from '../compile/parameters.js';
import { AtlasError } from '../errors.js';
import type { Database, Row } from '../neo4j/database.js';
import { isOutage } from '../neo4j/outage.js';
import { AdaptiveBatchSize } from './adaptive-batch-size.js';
import { BatchConcurrency } from './batch-concurrency.js';
import type { Caller } from './caller.js';

/** A statement that reads the data of a batch of requests. */
export interface BatchedStatement {
  readonly name: string;
  readonly text: string;
  /** The parameters that all requests of a batch share. */
  readonly shared: Record<string, unknown>;
  readonly maxBatchSize: number;
}

/** The result of a statement for one request. */
export interface ReadResult {
  /** The packed data; null if nothing matches. */
  readonly data: unknown;
  /** The version of the data when the statement ended; undefined if unknown. */
  readonly version: string | undefined;
}

interface PendingRequest {
  readonly item: BoundParameters['item'];
  readonly caller: Caller;
  /** When it was queued, in milliseconds of `performance.now()`. */
  readonly queuedAt: number;
  readonly resolve: (result: ReadResult) => void;
  readonly reject: (error: unknown) => void;
  /** Whether its batch has failed, so that it is sent again alone. */
  readonly isRetry: boolean;
}

/**
 * Batches requests that share a statement. While few statements run, requests are sent immediately, so that batching
 * adds no delay to an idle server. Requests that arrive faster than Neo4j responds are sent as one batch.
 */
export class StatementBatcher {
  private queue: PendingRequest[] = [];
  private isScheduled = false;
  private readonly concurrency = new BatchConcurrency(this.dispatch.bind(this));
  private readonly batchSize: AdaptiveBatchSize;

  constructor(
    private readonly database: Database,
    private readonly statement: BatchedStatement,
  ) {
    this.batchSize = new AdaptiveBatchSize(statement.maxBatchSize);
  }

  /** Reads the data of one request. */
  read(item: BoundParameters['item'], caller: Caller): Promise<ReadResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, caller, queuedAt: performance.now(), resolve, reject, isRetry: false });
      if (this.isScheduled) return;
      // Requests of one turn of the event loop are dispatched together, which adds no delay to an idle server.
      this.isScheduled = true;
      setImmediate(() => {
        this.isScheduled = false;
        this.dispatch();
      });
    });
  }

  private dispatch(): void {
    while (this.concurrency.hasCapacity && this.queue.length > 0) {
      const firstRetryIndex = this.queue.findIndex(({ isRetry }) => isRetry);
      const size =
        firstRetryIndex === 0 ? 1 : Math.min(this.batchSize.size, firstRetryIndex < 0 ? Infinity : firstRetryIndex);
      void this.send(this.queue.splice(0, size));
    }
  }

  private async send(batch: readonly PendingRequest[]): Promise<void> {
    const release = this.concurrency.acquire(this.batchSize.slowMs);
    const startedAt = performance.now();
    let sentAt: number | undefined;
    try {
      const results = await this.run(batch, (at) => (sentAt = at));
      for (const [index, result] of results.entries()) batch[index]?.resolve(result);
    } catch (error) {
      this.handleFailure(batch, error);
    } finally {
      const endedAt = performance.now();
      this.batchSize.record(batch.length, endedAt - startedAt);
      for (const { caller, queuedAt } of batch) caller.recordStatement(queuedAt, sentAt ?? endedAt, endedAt);
      release();
    }
  }

  private async run(batch: readonly PendingRequest[], onSent: (at: number) => void): Promise<ReadResult[]> {
    const { name, text, shared } = this.statement;
    // The earliest deadline of the batch applies. A batch gets half of the remaining time, so that a retry can follow.
    const timeLeftMs = requireTimeLeft(name, Math.min(...batch.map(({ caller }) => caller.deadline)));
    let version: string | undefined;
    const rows = await this.database.read({
      name,
      text,
      parameters: batchParameters(
        batch.map(({ item }) => item),
        shared,
      ),
      timeoutMs: batch.length > 1 ? Math.ceil(timeLeftMs / 2) : timeLeftMs,
      requestIds: batch.map(({ caller }) => caller.requestId),
      onSent,
      onVersion: (endVersion) => (version = endVersion),
    });
    const dataByIndex = new Map(rows.map(({ i, data }: Row) => [Number(i), data]));
    return batch.map((_request, index) => ({ data: dataByIndex.get(index) ?? null, version }));
  }

  // A failed batch does not tell which request caused it, so each is retried alone, within its own deadline. During an
  // outage, the retries would fail as well.
  private handleFailure(batch: readonly PendingRequest[], error: unknown): void {
    if (batch.length === 1 || isOutage(error)) for (const { reject } of batch) reject(error);
    else this.queue.unshift(...batch.map((request) => ({ ...request, queuedAt: performance.now(), isRetry: true })));
  }
}

/** Returns the milliseconds that a statement may take until a deadline; throws DATABASE_TIMEOUT if it has passed. */
export function requireTimeLeft(name: string, deadline: number): number {
  const timeLeftMs = Math.floor(deadline - performance.now());
  if (timeLeftMs > 0) return timeLeftMs;
  const message = `The request timed out before the statement "${name}" was sent. Try again in a second.`;
  throw new AtlasError('DATABASE_TIMEOUT', message);
}
