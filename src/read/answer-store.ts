import { LRUCache } from 'lru-cache';

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
