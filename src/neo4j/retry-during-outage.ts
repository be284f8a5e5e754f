import { setTimeout as delay } from 'node:timers/promises';
import { isOutage } from './outage.js';

const retryDelayMs = 500;

/** Repeats work while it fails because Neo4j cannot be reached. Resolves with undefined when nobody waits for it. */
export async function retryDuringOutage<T>(work: () => Promise<T>, isAwaited: () => boolean): Promise<T | undefined> {
  while (isAwaited()) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
      await delay(retryDelayMs);
    }
  }
  return undefined;
}
