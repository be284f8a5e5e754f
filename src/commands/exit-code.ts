import { CommanderError } from 'commander';
import { AtlasError, type ErrorCode } from '../errors.js';

/** The exit codes of all commands. */
export const exitCodes = {
  done: 0,
  failure: 1,
  wrongUse: 2,
  badData: 3,
  wouldChange: 4,
  noDatabase: 5,
} as const;

/** The exit codes as part of the output of `--help`. */
export const exitCodesHelp = `
Exit codes:
  0    done
  1    any other failure
  2    invalid usage: an argument, an option or a setting
  3    invalid data files or model
  4    a dry run found changes to make
  5    no usable Neo4j
  130  stopped by Ctrl-C or SIGTERM before it was done
with-neo4j exits with the exit code of its command.`;

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

/** The exit code for the error that ended a command. */
export function exitCodeOf(error: unknown): number {
  // Commander also throws after it has printed the help or the version, to end the program.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  return exitCodeFor(error instanceof AtlasError ? error.code : undefined);
}

/** The exit code for an error code; undefined stands for an unexpected error. */
export function exitCodeFor(code: ErrorCode | undefined): number {
  return (code === undefined ? undefined : codes[code]) ?? exitCodes.failure;
}
