import { createHash } from 'node:crypto';
import KeyvRedis, { createClient } from '@keyv/redis';
import Keyv from 'keyv';
import type { Logger } from 'pino';
import { CircuitBreaker } from '../neo4j/circuit-breaker.js';
import { newMemoryStore, type CachedResponse, type ResponseStore } from './response-cache.js';

/** When a response in Redis expires, in milliseconds. Nothing else removes the responses of outdated data versions. */
const ttlMs = 10 * 60 * 1000;

/** Timeout of a Redis command in milliseconds; while the circuit breaker is open, none is sent. */
const commandTimeoutMs = 25;

/** Stores responses in Redis or Valkey, where several servers share them, with an in-memory store in front. */
export function newSharedStore(url: string, logger: Logger): ResponseStore {
  const memory = newMemoryStore();
  // Without an offline queue, commands fail at once while there is no connection, instead of waiting for one.
  const client = createClient({ url, disableOfflineQueue: true });
  const store = new KeyvRedis<string>(client, { throwOnErrors: true });
  const redis = new Keyv<string>({ store, namespace: 'aigc-atlas', ttl: ttlMs, throwOnErrors: true });
  redis.on('error', () => undefined); // each command reports its own failure to the breaker
  const breaker = newBreaker(redis, logger);
  // The client reconnects by itself; each failed attempt emits an error.
  client.on('error', (error: unknown) => breaker.trip(error));
  client.connect().catch((error: unknown) => breaker.trip(error));
  return {
    get: async (key) => {
      const localResponse = await memory.get(key);
      if (localResponse) return localResponse;
      const encodedResponse = await breaker.run(() => withTimeout(redis.get(hashOf(key)))).catch(() => undefined);
      const response = encodedResponse === undefined ? undefined : decode(encodedResponse);
      if (response) memory.set(key, response);
      return response;
    },
    set: (key, response) => {
      memory.set(key, response);
      breaker.run(() => withTimeout(redis.set(hashOf(key), encode(response)))).catch(() => undefined);
    },
    isReachable: () => isRedisReachable(redis, breaker),
    close: () => {
      breaker.stop();
      if (client.isOpen) client.destroy();
      return Promise.resolve();
    },
  };
}

function newBreaker(redis: Keyv<string>, logger: Logger): CircuitBreaker {
  return new CircuitBreaker({
    maxFailures: 3,
    probeDelayMs: () => 250,
    isOutage: () => true,
    probe: () => withTimeout(redis.get('probe')),
    onChange: (isOpen, error) => {
      if (isOpen) logger.warn({ err: error }, 'The shared cache cannot be used; answering without it');
      else logger.warn('The shared cache is available again');
    },
  });
}

function isRedisReachable(redis: Keyv<string>, breaker: CircuitBreaker): Promise<boolean> {
  const probeResult = breaker.run(() => withTimeout(redis.get('probe')));
  return probeResult.then(
    () => true,
    () => false,
  );
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

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

// The media type is the first line: it never contains a line break.
function encode({ mediaType, body }: CachedResponse): string {
  return `${mediaType}\n${body.toString()}`;
}

function decode(text: string): CachedResponse {
  const end = text.indexOf('\n');
  return { mediaType: text.slice(0, end), body: Buffer.from(text.slice(end + 1)) };
}
