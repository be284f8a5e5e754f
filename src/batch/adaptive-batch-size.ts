/** A batch that takes less than this many milliseconds is never slow. */
const minSlowMs = 60;

/** A batch is slow if it takes more than this many times as long as the fastest one. */
const slowFactor = 3;

/** Increases the fastest time by 2 % per batch, so that one lucky measurement does not last. */
const fastestDecay = 1.02;

/**
 * Adapts the number of requests in a batch of one statement: it grows while batches take about as long as the fastest
 * one, and shrinks when they take much longer. A constant network delay does not keep batches small, because the
 * threshold is relative to the fastest batch.
 */
export class AdaptiveBatchSize {
  /** Maximum number of requests in the next batch. */
  size = 1;
  /** A batch that takes longer than this many milliseconds is slow. */
  slowMs = minSlowMs;
  private fastestMs = Infinity;

  constructor(
    /** Upper limit of `size`. */
    private readonly maxSize: number,
  ) {}

  /** Adjusts the size after a batch has ended. */
  record(requestCount: number, elapsedMs: number): void {
    this.fastestMs = Math.min(this.fastestMs * fastestDecay, elapsedMs);
    this.slowMs = Math.max(minSlowMs, slowFactor * this.fastestMs);
    if (elapsedMs > this.slowMs) {
      this.size = Math.max(Math.floor(requestCount / 2), 1);
    } else if (requestCount >= this.size) {
      this.size = Math.min(this.size * 2, this.maxSize);
    }
  }
}
