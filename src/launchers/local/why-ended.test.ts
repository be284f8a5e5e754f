import { describe, expect, it } from 'vitest';
import { homeIn } from './home.js';
import { whyEnded } from './why-ended.js';

describe('why a Neo4j ended while it was starting', () => {
  it.each([
    ['java.io.IOException: No space left on device', 'DISK_FULL'],
    ['Caused by: org.neo4j.kernel.internal.locker.FileLockException: Lock file has been locked', 'DATABASE_IN_USE'],
    ['2026-01-01 ERROR Failed to start Neo4j', 'NO_DATABASE'],
    ['', 'NO_DATABASE'],
  ])('is read from its words: %s', (printed, code) => {
    expect(whyEnded(printed, homeIn('here'))).toMatchObject({ code, message: expect.stringContaining('here') });
  });

  it('is told with the line that says it, and where the whole log is', () => {
    const printed = 'INFO Starting...\nERROR Failed to start\n\tat java.lang.Thread\n';
    expect(whyEnded(printed, homeIn('here')).message).toBe(
      'Neo4j ended while it was starting ("ERROR Failed to start"). Its whole log is here/logs/console.log; ' +
        'if the data in here is broken, remove that folder and it is made and loaded anew.',
    );
  });
});
