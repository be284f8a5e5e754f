import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '@redis/client';
import type { ReadConfig } from '../../config.js';
import { errorMessage } from '../../shared/caught-error.js';
import { passed, warned, type CheckResult } from './check.js';

const timeoutMs = 2_000;

/** Checks that the Redis of CACHE_URL responds. The server works without it. */
export async function checkSharedCache({ isCacheEnabled, cacheUrl }: ReadConfig): Promise<CheckResult> {
  if (!isCacheEnabled) return passed('not used, because CACHE is off');
  if (cacheUrl === undefined) return passed('not used, because CACHE_URL is not set');
  // The URL may contain a password.
  const { host } = new URL(cacheUrl);
  try {
    return passed(`Redis ${await readVersion(cacheUrl)} at ${host} responds`);
  } catch (error) {
    return warned(
      `Redis at ${host} cannot be used (${errorMessage(error)})`,
      'Start it, or correct CACHE_URL; without it, each server caches in its own memory.',
    );
  }
}

async function readVersion(url: string): Promise<string> {
  const client = createClient({ url, socket: { connectTimeout: timeoutMs, reconnectStrategy: false } });
  client.on('error', () => undefined); // the command reports it
  const readInfo = async (): Promise<string> => {
    await client.connect();
    return client.info('server');
  };
  try {
    const info = await Promise.race([readInfo(), delay(timeoutMs, undefined, { ref: false })]);
    if (info === undefined) throw new Error(`it did not respond within ${timeoutMs} ms`);
    return /^redis_version:(\S+)/m.exec(info)?.[1] ?? '';
  } finally {
    if (client.isOpen) client.destroy();
  }
}
