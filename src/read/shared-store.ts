import KeyvRedis, { createClient } from '@keyv/redis';
import Keyv from 'keyv';
import type { Logger } from 'pino';
import { memoryStore, type AnswerStore } from './answer-store.js';

/** How long a shared answer is kept, in milliseconds: by then its data's version has hardly any readers left. */
const lifetimeMs = 10 * 60 * 1000;

/** How many milliseconds a request waits for the shared store at most. */
const patienceMs = 250;

/** For how many milliseconds a shared store that has failed is left alone. */
const pauseMs = 1_000;

/** Keeps answers in Redis or Valkey, so that several servers share them, with this process's memory before it. */
export function sharedStore(url: string, logger: Logger): AnswerStore {
  const near = memoryStore();
  // What is asked while there is no connection fails at once: it would else wait for one, however long that takes.
  const client = createClient({ url, disableOfflineQueue: true });
  const far = new Keyv<string>({ store: new KeyvRedis(client), namespace: 'aigc-atlas', ttl: lifetimeMs });
  const { fail, inTime } = patience(logger);
  far.on('error', fail);
  client.connect().catch(fail);
  return {
    get: async (key) => (await near.get(key)) ?? (await inTime(() => far.get(key))),
    set: async (key, answer) => {
      await near.set(key, answer);
      await inTime(() => far.set(key, answer));
    },
    close: () => {
      if (client.isOpen) client.destroy();
      return Promise.resolve();
    },
  };
}

// A store that fails, or says nothing, is left alone for a while, and told of once in that time.
function patience(logger: Logger) {
  let awayUntil = 0;
  const fail = (error: unknown): void => {
    if (performance.now() < awayUntil) return;
    awayUntil = performance.now() + pauseMs;
    logger.warn({ err: error }, 'The shared cache failed; answering without it');
  };
  const inTime = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    if (performance.now() < awayUntil) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        fail(new Error(`The shared cache must answer within ${patienceMs} ms, and has not.`));
        resolve(undefined);
      }, patienceMs);
    });
    return Promise.race([ask(), late]).finally(() => clearTimeout(timer));
  };
  return { fail, inTime };
}
