import { execFileSync } from 'node:child_process';
import { errorCode } from './shared/caught-error.js';

/** What Neo4j's jars and store take, and what the server's clients and its connections to Neo4j do. */
const minOpenFiles = 1024;

/** Says in one sentence that this process and its children may open too few files and connections at once. */
export function tooFewOpenFiles(): string | undefined {
  const limit = findLimit();
  if (limit === 'unlimited' || Number(limit) >= minOpenFiles) return undefined;
  return (
    `At least ${minOpenFiles} files must be allowed to be open at once, but the limit is ${limit}. ` +
    `Raise it, as with "ulimit -n ${minOpenFiles}".`
  );
}

function findLimit(): string {
  try {
    return execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch (error) {
    // An image without a shell may have any limit; one that leaves no room to ask is too low.
    return errorCode(error) === 'EMFILE' ? 'lower still' : 'unlimited';
  }
}
