import { createHash } from 'node:crypto';
import { createClient, type RedisClientType } from '@redis/client';
import type { Logger } from 'pino';
import { CircuitBreaker } from '../neo4j/circuit-breaker.js';
import { newMemoryStore, type CachedResponse, type ResponseStore } from './response-cache.js';

/** When a response in Redis expires, in milliseconds. Nothing else removes the responses of outdated data versions. */
const expiration = { type: 'PX', value: 10 * 60 * 1000 } as const;

/** Timeout of a Redis command in milliseconds; while the circuit breaker is open, none is sent. */
const commandTimeoutMs = 25;

/** Stores responses in Redis or Valkey, where several servers share them, with an in-memory store in front. */
export function newSharedStore(url: string, logger: Logger): ResponseStore {
  const memory = newMemoryStore();
  // Without an offline queue, commands fail at once while there is no connection, instead of waiting for one.
  const redis: RedisClientType = createClient({ url, disableOfflineQueue: true });
  const probe = () => withTimeout(redis.get(redisKeyOf('probe'))).then(() => true);
  const breaker = newBreaker(probe, logger);
  // The client reconnects by itself; each failed attempt emits an error.
  redis.on('error', (error: unknown) => breaker.trip(error));
  redis.connect().catch((error: unknown) => breaker.trip(error));
  return {
    get: async (key) => {
      const localResponse = await memory.get(key);
      if (localResponse) return localResponse;
      const encodedResponse = await breaker.run(() => withTimeout(redis.get(redisKeyOf(key)))).catch(() => null);
      const response = encodedResponse === null ? undefined : decode(encodedResponse);
      if (response) memory.set(key, response);
      return response;
    },
    set: (key, response) => {
      memory.set(key, response);
      const store = () => withTimeout(redis.set(redisKeyOf(key), encode(response), { expiration }));
      breaker.run(store).catch(() => undefined);
    },
    isReachable: () => breaker.run(probe).catch(() => false),
    close: () => {
      breaker.stop();
      if (redis.isOpen) redis.destroy();
      return Promise.resolve();
    },
  };
}

function newBreaker(probe: () => Promise<unknown>, logger: Logger): CircuitBreaker {
  return new CircuitBreaker({
    maxFailures: 3,
    probeDelayMs: () => 250,
    isOutage: () => true,
    probe,
    onChange: (isOpen, error) => {
      if (isOpen) logger.warn({ err: error }, 'The shared cache cannot be used; answering without it');
      else logger.warn('The shared cache is available again');
    },
  });
}

async function withTimeout<T>(command: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The shared cache did not respond within ${commandTimeoutMs} ms.`)),
      commandTimeoutMs,
    );
  });
  return Promise.race([command, timeout]).finally(() => clearTimeout(timer));
}

function redisKeyOf(key: string): string {
  return `aigc-atlas:response:${createHash('sha256').update(key).digest('base64url')}`;
}

// The media type is the first line: it never contains a line break.
function encode({ mediaType, body }: CachedResponse): string {
  return `${mediaType}\n${body.toString()}`;
}

function decode(text: string): CachedResponse {
  const end = text.indexOf('\n');
  return { mediaType: text.slice(0, end), body: Buffer.from(text.slice(end + 1)) };
}
