import { expect, it } from 'vitest';
import { checkSharedCache } from '../../src/commands/doctor/shared-cache.js';
import { readConfig } from '../../src/config.js';
import { describeWithRedis, startRedis } from '../setup/redis.js';

const redis = await startRedis();

describeWithRedis('the check of the shared cache by aigc-atlas doctor', () => {
  const check = (environment: Readonly<Record<string, string>>) => checkSharedCache(readConfig(environment).read);

  it('reports the version of a Redis that responds, or that none is used', async () => {
    expect(await check({ CACHE_URL: redis.url })).toMatchObject({
      state: 'ok',
      found: expect.stringMatching(/^Redis \d+\.\d+\.\d+ at 127\.0\.0\.1:\d+ responds$/),
    });
    expect(await check({})).toMatchObject({ state: 'ok', found: 'not used, because CACHE_URL is not set' });
    expect(await check({ CACHE_URL: redis.url, CACHE: 'off' })).toMatchObject({ state: 'ok' });
  });

  it('warns of one that refuses the password, without printing it', async () => {
    const result = await check({ CACHE_URL: redis.url.replace('//', '//user:planted7Secret@') });
    expect(result).toMatchObject({ state: 'warning', found: expect.stringContaining('WRONGPASS') });
    expect(JSON.stringify(result)).not.toContain('planted7Secret');
  });

  it('warns of one that accepts connections, but does not respond', async () => {
    await redis.freeze();
    expect(await check({ CACHE_URL: redis.url })).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('did not respond within'),
      advice: expect.stringContaining('CACHE_URL'),
    });
  });
});
