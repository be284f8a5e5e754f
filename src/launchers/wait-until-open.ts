import { setTimeout as delay } from 'node:timers/promises';
import { AtlasError } from '../errors.js';
import { openDatabase, type DatabaseTarget } from '../neo4j/database.js';

const pauseMs = 100;

/** Errors that are expected while Neo4j starts: on a busy machine even the first statement may time out. */
const passing = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT']);

/** Waits until a starting Neo4j accepts a login over Bolt. Fails at once if `whyEnded` returns an error. */
export async function waitUntilOpen(
  target: DatabaseTarget,
  timeoutMs: number,
  signal: AbortSignal,
  whyEnded: () => Promise<AtlasError | undefined>,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    signal.throwIfAborted();
    const failure = await tryToOpen(target);
    if (failure === undefined) return;
    const end = await whyEnded();
    if (end !== undefined) throw end;
    if (!passing.has(failure.code)) throw failure;
    if (Date.now() > deadline) throw tooSlow(target, timeoutMs);
    await delay(pauseMs);
  }
}

async function tryToOpen(target: DatabaseTarget): Promise<AtlasError | undefined> {
  try {
    const database = await openDatabase(target);
    await database.close();
    return undefined;
  } catch (error) {
    if (error instanceof AtlasError) return error;
    throw error;
  }
}

function tooSlow(target: DatabaseTarget, timeoutMs: number): AtlasError {
  return new AtlasError(
    'DATABASE_UNAVAILABLE',
    `The Neo4j started at ${target.uri} did not respond within ${timeoutMs / 1000} s. Check its log, and start again.`,
  );
}
