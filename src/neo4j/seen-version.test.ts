import { describe, expect, it } from 'vitest';
import { SeenVersion } from './seen-version.js';

describe('the version of the data that reads have seen', () => {
  it('is not fresh before the first read', () => {
    expect(new SeenVersion().isFresh(1_000)).toBe(false);
  });

  it('is fresh until it is too old', () => {
    const seen = new SeenVersion();
    seen.record('a', performance.now() - 500);
    expect(seen.isFresh(60_000)).toBe(true);
    expect(seen.isFresh(499)).toBe(false);
  });

  it('is no longer fresh after an outage, until a read that began later has seen it again', () => {
    const seen = new SeenVersion();
    const before = performance.now();
    seen.record('a', before);
    seen.invalidate();
    expect(seen.isFresh(60_000)).toBe(false);
    seen.record('a', before);
    expect(seen.isFresh(60_000)).toBe(false);
    seen.record('a', performance.now() + 1);
    expect(seen.isFresh(60_000)).toBe(true);
  });

  it('is that of the read that began last', () => {
    const seen = new SeenVersion();
    seen.record('b', 2);
    seen.record('a', 1);
    seen.record(undefined, 3);
    expect(seen.bookmark).toBe('b');
  });
});
