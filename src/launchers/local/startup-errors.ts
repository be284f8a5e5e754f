import { AtlasError } from '../../errors.js';
import { diskFullError } from './disk-space.js';
import type { Neo4jHome } from './home.js';

/** The error for a Neo4j that exited during startup, derived from its output. */
export function startupErrorOf(output: string, home: Neo4jHome): AtlasError {
  if (/no space left/i.test(output)) return diskFullError(home.directory, 'Neo4j could not write');
  if (/StoreLockException|FileLockException|lock file has been locked/i.test(output)) {
    return new AtlasError(
      'DATABASE_IN_USE',
      `The database in ${home.directory} is used by another Neo4j. Stop that one, ` +
        `or set ATLAS_DATA_DIR to another directory to run a second database.`,
    );
  }
  const failure = extractFailure(output, /ERROR Failed to start Neo4j/);
  if (failure !== undefined) return brokenStoreError(home, failure, home.logFile);
  const detail = output.split('\n').find((line) => line.includes('ERROR')) ?? output.trim().split('\n').at(-1) ?? '';
  return new AtlasError(
    'NO_DATABASE',
    `Neo4j exited during startup ("${detail.trim()}"). Its full log is ${home.logFile}.`,
  );
}

/** The error for a Neo4j that failed to start its database, derived from its debug log; undefined without a failure. */
export function databaseErrorOf(debugLog: string, home: Neo4jHome): AtlasError | undefined {
  const failure = extractFailure(debugLog, /ERROR .*Failed to start DatabaseId\{\w*\[neo4j\]\}/);
  if (failure === undefined) return undefined;
  if (/no space left/i.test(failure)) return diskFullError(home.directory, 'Neo4j could not write');
  return brokenStoreError(home, failure, home.debugLogFile);
}

/** The log lines of a failure with its stack trace; undefined if no line matches the pattern. */
function extractFailure(log: string, pattern: RegExp): string | undefined {
  const lines = log.split('\n');
  const startIndex = lines.findIndex((line) => pattern.test(line));
  if (startIndex < 0) return undefined;
  const endIndex = lines.findIndex((line, index) => index > startIndex && /^\d{4}-\d\d-\d\d /.test(line));
  return lines.slice(startIndex, endIndex < 0 ? undefined : endIndex).join('\n');
}

function brokenStoreError(home: Neo4jHome, failure: string, logFile: string): AtlasError {
  // The last "Caused by" is the root cause.
  const cause = failure.split('\n').findLast((line) => line.startsWith('Caused by: '));
  const detail = cause?.replace(/^Caused by: ([\w.$]+: )?/, '') ?? failure.split('\n', 1)[0] ?? '';
  return new AtlasError(
    'DATABASE_REFUSED',
    `Neo4j cannot open its data in ${home.directory} ("${detail.trim()}"). Restore that directory from a backup, ` +
      `or remove it to have the database created and loaded again. Neo4j's log is ${logFile}.`,
  );
}
