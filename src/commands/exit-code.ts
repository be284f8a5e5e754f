import { CommanderError } from 'commander';
import { AtlasError, type ErrorCode } from '../errors.js';

/** How a command ends, for scripts; `--help` tells it to people. */
export const exitCodes = {
  done: 0,
  failure: 1,
  wrongUse: 2,
  badData: 3,
  wouldChange: 4,
  noDatabase: 5,
} as const;

/** What `--help` says of them. */
export const exitCodesHelp = `
Exit codes:
  0    done
  1    a failure of another kind than those below
  2    wrong use: a word, a flag or a setting
  3    the data files or the model are invalid
  4    a dry run would change something
  5    there is no Neo4j that could be used
  130  stopped by Ctrl-C or SIGTERM before it was done
with-neo4j ends with the code of its command.`;

const codes: Partial<Record<ErrorCode, number>> = {
  BAD_CONFIG: exitCodes.wrongUse,
  BAD_DATA: exitCodes.badData,
  BAD_MODEL: exitCodes.badData,
  NO_DATABASE: exitCodes.noDatabase,
  DATABASE_UNAVAILABLE: exitCodes.noDatabase,
  DATABASE_TIMEOUT: exitCodes.noDatabase,
  DATABASE_REFUSED: exitCodes.noDatabase,
  DATABASE_FOREIGN: exitCodes.noDatabase,
  DATABASE_TOO_OLD: exitCodes.noDatabase,
  DATABASE_IN_USE: exitCodes.noDatabase,
};

/** The exit code of what ended a command. */
export function exitCodeOf(error: unknown): number {
  // Commander throws also to end after it has printed its help or the version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  return (error instanceof AtlasError ? codes[error.code] : undefined) ?? exitCodes.failure;
}
