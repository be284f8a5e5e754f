import { AdaptiveBatchSize } from '../../src/batch/adaptive-batch-size.js';
import type { Clock } from './clock.js';
import type { OperationCost } from './cost-model.js';
import type { Thread } from './cores.js';
import { workNames, type WorkName } from './mix.js';

/** How many batches of one query run at once, as in `src/batch/batch-concurrency.ts`. */
const maxRunningBatches = 2;

/** How many slow batches may run in addition. */
const maxSlowBatches = 6;

/** The share of a request's processor time before its query is sent; the rest is for the result. */
const shareBeforeQuery = 0.4;

/** Runs a batch of requests in the database, and calls `done` with its result. */
export type RunBatch = (work: WorkName, requestCount: number, done: () => void) => void;

interface Batcher {
  readonly queue: (() => void)[];
  readonly batchSize: AdaptiveBatchSize;
  isScheduled: boolean;
  runningCount: number;
  slowCount: number;
}

/** A server process: it answers from its cache, or sends requests of one kind to the database in batches. */
export class Worker {
  private readonly batchers: Readonly<Record<WorkName, Batcher>>;

  constructor(
    private readonly clock: Clock,
    readonly thread: Thread,
    private readonly costs: Readonly<Record<WorkName, OperationCost>>,
    private readonly hitMs: number,
    private readonly runBatch: RunBatch,
  ) {
    const newBatcher = (work: WorkName): Batcher => ({
      ...{ queue: [], isScheduled: false, runningCount: 0, slowCount: 0 },
      batchSize: new AdaptiveBatchSize(costs[work].maxBatchSize),
    });
    this.batchers = Object.fromEntries(workNames.map((work) => [work, newBatcher(work)])) as typeof this.batchers;
  }

  /** Responds to a request; `done` is called with its response. */
  respond(work: WorkName, isHit: boolean, done: () => void): void {
    if (isHit) {
      this.thread.run(this.hitMs, done);
      return;
    }
    this.thread.run(this.costs[work].serverMs * shareBeforeQuery, () => {
      const batcher = this.batchers[work];
      batcher.queue.push(done);
      if (batcher.isScheduled) return;
      // Requests that have arrived by now are dispatched together.
      batcher.isScheduled = true;
      this.thread.run(0, () => {
        batcher.isScheduled = false;
        this.dispatch(work);
      });
    });
  }

  private dispatch(work: WorkName): void {
    const batcher = this.batchers[work];
    while (
      batcher.queue.length > 0 &&
      batcher.runningCount - Math.min(batcher.slowCount, maxSlowBatches) < maxRunningBatches
    )
      this.send(work, batcher, batcher.queue.splice(0, batcher.batchSize.size));
  }

  private send(work: WorkName, batcher: Batcher, batch: readonly (() => void)[]): void {
    const { serverMs, serverQueryMs } = this.costs[work];
    const release = this.acquire(work, batcher, batch.length);
    this.thread.run(serverQueryMs / 2, () =>
      this.runBatch(work, batch.length, () => {
        release();
        const resultMs = serverQueryMs / 2 + batch.length * serverMs * (1 - shareBeforeQuery);
        this.thread.run(resultMs, () => batch.forEach((done) => done()));
      }),
    );
  }

  private acquire(work: WorkName, batcher: Batcher, requestCount: number): () => void {
    const startedAt = this.clock.now;
    let [isRunning, isSlow] = [true, false];
    batcher.runningCount += 1;
    this.clock.schedule(batcher.batchSize.slowMs, () => {
      if (!isRunning) return;
      isSlow = true;
      batcher.slowCount += 1;
      this.dispatch(work);
    });
    return () => {
      isRunning = false;
      batcher.runningCount -= 1;
      if (isSlow) batcher.slowCount -= 1;
      batcher.batchSize.record(requestCount, this.clock.now - startedAt);
      this.dispatch(work);
    };
  }
}
