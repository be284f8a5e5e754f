import { describe, expect, it } from 'vitest';
import { homeAt } from './home.js';
import { startupErrorOf, databaseErrorOf } from './startup-errors.js';

const home = homeAt('here');
const stackTrace = `java.lang.RuntimeException: Error starting
\tat org.neo4j.Main.main(Main.java:1)
Caused by: org.neo4j.Startup: Failed to start
\t... 1 more
Caused by: java.lang.IllegalStateException: The store is of another kind: 7
\t... 2 more
`;

describe('the error for a Neo4j that exits during startup', () => {
  it.each([
    ['java.io.IOException: No space left on device', 'DISK_FULL'],
    ['Caused by: org.neo4j.kernel.internal.locker.FileLockException: Lock file has been locked', 'DATABASE_IN_USE'],
    ['2026-01-01 ERROR Failed to start Neo4j on localhost', 'DATABASE_REFUSED'],
    ['Error: Could not find or load main class', 'NO_DATABASE'],
    ['', 'NO_DATABASE'],
  ])('is derived from its output: %s', (output, code) => {
    expect(startupErrorOf(output, home)).toMatchObject({ code, message: expect.stringContaining('here') });
  });

  it('quotes the first error line and names the log file', () => {
    expect(startupErrorOf('INFO Starting...\nERROR No such option\n\tat java.lang.Thread\n', home).message).toBe(
      'Neo4j exited during startup ("ERROR No such option"). Its full log is here/logs/console.log.',
    );
  });

  it('quotes the root cause and names the directory to restore or remove', () => {
    expect(
      startupErrorOf(`INFO Starting...\n2026-01-01 ERROR Failed to start Neo4j on x.\n${stackTrace}`, home).message,
    ).toBe(
      'Neo4j cannot open its data in here ("The store is of another kind: 7"). Restore that directory from a backup, ' +
        "or remove it to have the database created and loaded again. Neo4j's log is here/logs/console.log.",
    );
  });
});

describe('the error for a Neo4j that runs without its database', () => {
  const failure = `2026-01-01 10:00 ERROR [o.n.DatabaseLifecycles] Failed to start DatabaseId{b323f89a[neo4j]}\n${stackTrace}`;
  const laterLines = '2026-01-01 10:01 WARN Slow\nCaused by: java.lang.Exception: Another thing\n';

  it('is derived from the debug log and quotes the root cause', () => {
    expect(databaseErrorOf(`2026-01-01 10:00 INFO Starting\n${failure}${laterLines}`, home)).toMatchObject({
      code: 'DATABASE_REFUSED',
      message: expect.stringMatching(/here \("The store is of another kind: 7"\).*here\/logs\/debug\.log/),
    });
  });

  it('is undefined if the database was started', () => {
    expect(databaseErrorOf(laterLines, home)).toBeUndefined();
  });
});
