import KeyvRedis from '@keyv/redis';
import Keyv from 'keyv';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

/** Where answers are kept. */
export interface AnswerStore {
  /** The answer under a key; undefined where there is none, or where it cannot be had at the moment. */
  get(key: string): Promise<string | undefined> | string | undefined;
  /** Keeps an answer; a failure to keep it is no failure of the request. */
  set(key: string, answer: string): Promise<void> | void;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** How much text is kept in memory, in characters. */
const mostCharacters = 32 * 1024 * 1024;

/** How long a shared answer is kept, in milliseconds: by then its data's version has hardly any readers left. */
const sharedLifetimeMs = 10 * 60 * 1000;

/** Keeps answers in this process; those asked for least recently make room. */
export function memoryStore(): AnswerStore {
  const answers = new LRUCache<string, string>({
    maxSize: mostCharacters,
    sizeCalculation: (answer, key) => answer.length + key.length,
  });
  return {
    get: (key) => answers.get(key),
    set: (key, answer) => void answers.set(key, answer),
    close: () => Promise.resolve(),
  };
}

/** Keeps answers in Redis or Valkey, so that several servers share them, with this process's memory before it. */
export function sharedStore(url: string, logger: Logger): AnswerStore {
  const near = memoryStore();
  const far = new Keyv<string>({ store: new KeyvRedis(url), namespace: 'aigc-atlas', ttl: sharedLifetimeMs });
  far.on('error', (error: unknown) => logger.warn({ err: error }, 'The shared cache failed; answering without it'));
  return {
    get: async (key) => (await near.get(key)) ?? (await far.get(key)),
    set: async (key, answer) => {
      await near.set(key, answer);
      await far.set(key, answer);
    },
    close: async () => {
      await far.disconnect();
    },
  };
}
