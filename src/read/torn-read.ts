import { TornRead } from '../compile/reading.js';

/** How often a statement is sent, in all, until nothing is removed while it reads. */
const mostTries = 3;

/** Neo4j's word for what was found and is no longer there. */
const removed = 'Neo.ClientError.Statement.EntityNotFound';

/**
 * Reads again what was torn: Neo4j reads what is committed at each moment, so that an entity may be removed between its
 * being found and its being read.
 */
export async function readWhole<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await read();
    } catch (error) {
      if (tries === mostTries || !isTorn(error)) throw error;
    }
  }
}

function isTorn(error: unknown): boolean {
  if (error instanceof TornRead) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === removed;
}
