/**
 * The version of the data that finished reads have seen. Neo4j returns with each read the bookmark of the last
 * transaction that was committed when the read ended, so a changed bookmark means changed data, whichever client wrote
 * it. That transaction may not have been applied to the store yet. In a cluster, a reader may be behind another one:
 * the version only advances, because a read returns at least the version that was known when it began.
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

  /**
   * Records a finished read, with the bookmark that was known when it began. If another one has been recorded since,
   * the order of the two is unknown, and this read is ignored.
   */
  record(bookmark: string | undefined, startedAt: number, knownBookmark: string | undefined): void {
    if (bookmark === undefined || (bookmark !== this.bookmark && knownBookmark !== this.bookmark)) return;
    this.bookmark = bookmark;
    this.seenAt = Math.max(this.seenAt, startedAt);
  }
}
