import { describe, expect, it } from 'vitest';
import { SeenVersion } from './seen-version.js';

describe('the version of the data that reads have seen', () => {
  it('is not fresh before the first read', () => {
    expect(new SeenVersion().isFresh(1_000)).toBe(false);
  });

  it('is fresh until it is too old', () => {
    const seen = new SeenVersion();
    seen.record('a', performance.now() - 500, undefined);
    expect(seen.isFresh(60_000)).toBe(true);
    expect(seen.isFresh(499)).toBe(false);
  });

  it('is no longer fresh after an outage, until a read that began later has seen it again', () => {
    const seen = new SeenVersion();
    const before = performance.now();
    seen.record('a', before, undefined);
    seen.invalidate();
    expect(seen.isFresh(60_000)).toBe(false);
    seen.record('a', before, undefined);
    expect(seen.isFresh(60_000)).toBe(false);
    seen.record('a', performance.now() + 1, 'a');
    expect(seen.isFresh(60_000)).toBe(true);
  });

  it('does not go back to that of a read that began before it was known, such as on a reader that lags', () => {
    const seen = new SeenVersion();
    seen.record('a', 1, undefined);
    seen.record('b', 2, 'a');
    seen.record('a', 3, 'a');
    seen.record('c', 4, 'a');
    seen.record(undefined, 5, 'b');
    expect(seen).toMatchObject({ bookmark: 'b', seenAt: 2 });
    seen.record('c', 6, 'b');
    expect(seen).toMatchObject({ bookmark: 'c', seenAt: 6 });
  });

  it('is as recent as the latest of the reads that have seen it', () => {
    const seen = new SeenVersion();
    seen.record('a', 2, undefined);
    seen.record('a', 1, undefined);
    expect(seen.seenAt).toBe(2);
    seen.record('b', 1, 'a');
    expect(seen).toMatchObject({ bookmark: 'b', seenAt: 2 });
  });
});
