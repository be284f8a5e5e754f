/**
 * The version of the data that finished reads have seen. Neo4j returns with each read the bookmark of the last
 * transaction that was committed when the read ended, so a changed bookmark means changed data, whichever client wrote
 * it. That transaction may not have been applied to the store yet.
 */
export class SeenVersion {
  /** The latest bookmark; undefined before the first read. */
  bookmark: string | undefined;
  /**
   * When the read that returned it began, in milliseconds of `performance.now()`; it covers every commit before that
   * time.
   */
  seenAt = -Infinity;
  private invalidatedAt = -Infinity;

  /** Whether a read has returned the bookmark within this many milliseconds, and no outage has begun since. */
  isFresh(maxAgeMs: number): boolean {
    return this.seenAt > this.invalidatedAt && performance.now() - this.seenAt <= maxAgeMs;
  }

  /** Records an outage: the bookmark may be outdated, however recent it is. */
  invalidate(): void {
    this.invalidatedAt = performance.now();
  }

  /** Records a finished read; ignores one that began before the latest recorded read. */
  record(bookmark: string | undefined, startedAt: number): void {
    if (bookmark === undefined || startedAt < this.seenAt) return;
    this.bookmark = bookmark;
    this.seenAt = startedAt;
  }
}
