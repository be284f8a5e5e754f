/**
 * The version of the data, as the bookmarks of finished reads show it: Neo4j gives each read the bookmark of the last
 * transaction that was committed when the read ended, so a changed bookmark means changed data, whoever wrote it. That
 * transaction may not be applied to the store yet.
 */
export class SeenVersion {
  /** The bookmark seen last; undefined before the first read. */
  bookmark: string | undefined;
  /** When the read that saw it began, in milliseconds of `performance.now()`: the data was not older then. */
  seenAt = -Infinity;
  private lostAt = -Infinity;

  /** Whether a read has shown the version within so many milliseconds, and Neo4j has not gone away since. */
  isFresh(maximumAgeMs: number): boolean {
    return this.seenAt > this.lostAt && performance.now() - this.seenAt <= maximumAgeMs;
  }

  /** Takes note that Neo4j has gone away: what was seen before may no longer be true, however short ago. */
  lose(): void {
    this.lostAt = performance.now();
  }

  /** Takes note of a finished read; one that began before the last noted is passed over. */
  note(bookmark: string | undefined, startedAt: number): void {
    if (bookmark === undefined || startedAt < this.seenAt) return;
    this.bookmark = bookmark;
    this.seenAt = startedAt;
  }
}
