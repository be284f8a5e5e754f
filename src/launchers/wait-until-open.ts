import { setTimeout as delay } from 'node:timers/promises';
import { AtlasError } from '../errors.js';
import { openDatabase, type DatabaseTarget } from '../neo4j/database.js';

const pollIntervalMs = 100;

/** Errors that are expected while Neo4j starts: on a busy machine even the first statement may time out. */
const expectedErrorCodes = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT']);

/** Waits until a starting Neo4j accepts a login over Bolt. Fails at once if `findExitError` returns an error. */
export async function waitUntilOpen(
  target: DatabaseTarget,
  timeoutMs: number,
  signal: AbortSignal,
  findExitError: () => Promise<AtlasError | undefined>,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    signal.throwIfAborted();
    const failure = await tryOpenDatabase(target);
    if (failure === undefined) return;
    const exitError = await findExitError();
    if (exitError !== undefined) throw exitError;
    if (!expectedErrorCodes.has(failure.code)) throw failure;
    if (Date.now() > deadline) throw startTimeoutError(target, timeoutMs);
    await delay(pollIntervalMs);
  }
}

async function tryOpenDatabase(target: DatabaseTarget): Promise<AtlasError | undefined> {
  try {
    const database = await openDatabase(target);
    await database.close();
    return undefined;
  } catch (error) {
    if (error instanceof AtlasError) return error;
    throw error;
  }
}

function startTimeoutError(target: DatabaseTarget, timeoutMs: number): AtlasError {
  return new AtlasError(
    'DATABASE_UNAVAILABLE',
    `The Neo4j started at ${target.uri} did not respond within ${timeoutMs / 1000} s. Check its log, and start again.`,
  );
}
