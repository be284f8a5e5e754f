/** A batch that takes less than so many milliseconds is never slow. */
const minSlowMs = 60;

/** How many times as long as the fastest a batch may take before it is slow. */
const slowFactor = 3;

/** Raises the fastest time by 2 % a batch, so that one lucky measurement does not last. */
const fastestDecay = 1.02;

/**
 * Adapts how many requests a batch of one statement holds: more while batches take hardly longer than the fastest, fewer
 * once they do. What counts is how a batch's time grows with its size, not how far away Neo4j is.
 */
export class AdaptiveBatchSize {
  /** How many requests the next batch may hold. */
  size = 1;
  /** After how many milliseconds a batch is slow. */
  slowMs = minSlowMs;
  private fastestMs = Infinity;

  constructor(
    /** How many requests a batch may hold at most. */
    private readonly maxSize: number,
  ) {}

  /** Records a finished batch. */
  record(items: number, elapsedMs: number): void {
    this.fastestMs = Math.min(this.fastestMs * fastestDecay, elapsedMs);
    this.slowMs = Math.max(minSlowMs, slowFactor * this.fastestMs);
    if (elapsedMs > this.slowMs) {
      this.size = Math.max(Math.floor(items / 2), 1);
    } else if (items >= this.size) {
      this.size = Math.min(this.size * 2, this.maxSize);
    }
  }
}
