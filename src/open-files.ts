import { execFileSync } from 'node:child_process';
import { errorCode } from './shared/caught-error.js';

/** Enough for Neo4j's jars and store, for the clients of the server and for its connections to Neo4j. */
const minOpenFiles = 1024;

/** Returns an error message if this process and its children may open too few files; undefined otherwise. */
export function findOpenFileProblem(): string | undefined {
  const limit = readOpenFileLimit();
  if (limit === 'unlimited' || Number(limit) >= minOpenFiles) return undefined;
  return (
    `At least ${minOpenFiles} open files must be allowed, but the limit is ${limit}. ` +
    `Raise it, for example with "ulimit -n ${minOpenFiles}".`
  );
}

/** The limit of open files as the shell prints it: a number, or `unlimited`. */
export function readOpenFileLimit(): string {
  try {
    return execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch (error) {
    // Without a shell the limit is unknown and assumed to be sufficient; if the shell cannot be started, it is too low.
    return errorCode(error) === 'EMFILE' ? 'even lower' : 'unlimited';
  }
}
