import { setTimeout as delay } from 'node:timers/promises';
import { AtlasError } from '../errors.js';
import { openDatabase, type DatabaseTarget } from '../neo4j/database.js';

const pauseMs = 100;

/** What goes by as the start goes on: on a busy machine even the first statement may take too long. */
const passing = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT']);

/** Waits until a Neo4j that is starting signs us in over Bolt; fails at once when it has ended instead. */
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
    `The Neo4j started at ${target.uri} did not answer within ${timeoutMs / 1000} s. Look into its log, and start again.`,
  );
}
