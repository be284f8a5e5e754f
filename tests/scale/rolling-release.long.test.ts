import { afterEach, beforeAll, expect, it } from 'vitest';
import { runAtlas } from '../setup/command-line.js';
import { scratchNeo4j } from '../setup/databases.js';
import { describeWithRedis, startRedis } from '../setup/redis.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { describeWithHaproxy, startBalancer } from './balancer.js';
import { createLoad, findContradictions, queries } from './checked-load.js';
import { Fleet, type ServerOptions } from './fleet.js';
import { writeRelease, type Release } from './releases.js';

const balancerClients = 4;
const [first, second, third] = [0, 1, 2] as const;

const oldRelease: Release = { version: '1.2.0' };
const newRelease: Release = { version: '1.3.0', hasHeadquarters: true };
const newData: Release = { version: '1.4.0', hasHeadquarters: true };
const releaseWithNewType: Release = { version: '1.5.0', hasHeadquarters: true, hasPeople: true };

const redis = await startRedis();
const balancer = await startBalancer();

describeWithHaproxy('three servers behind haproxy with one Neo4j', () => {
  describeWithRedis('and one Redis, under load', () => {
    const neo4j = scratchNeo4j();
    const directory = createTemporaryDirectory();
    const load = createLoad();
    const fleet = new Fleet(balancer, load);
    const directories = new Map<string, string>();

    const settingsOf = (release: Release): Record<string, string> => {
      const { uri, password } = neo4j.target;
      const { version } = release;
      if (!directories.has(version)) directories.set(version, writeRelease(directory, release));
      return { NEO4J_URI: uri, NEO4J_PASSWORD: password, ATLAS_DIR: directories.get(version) ?? '' };
    };
    /** The third server does not cache. */
    const optionsOf = (release: Release, index: number, ...args: readonly string[]): ServerOptions => {
      const cache = index === third ? { CACHE: 'off' } : { CACHE_URL: redis.url };
      const limits = { RATE_LIMIT: '0', OPERATION_TIMEOUT: '600000' };
      const settings = { ACCESS_LOG: 'on', DRAIN_DELAY: '4000', ...limits };
      return { settings: { ...settingsOf(release), ...settings, ...cache }, args };
    };
    /** Loads data; returns when the command has ended, in milliseconds of `performance.now()`. */
    const loadData = async (release: Release): Promise<number> => {
      const command = runAtlas(['load'], settingsOf(release));
      expect([await command.ended, command.errors()]).toEqual([0, expect.anything()]);
      return performance.now();
    };
    /** Waits until each client has read each query once more. */
    const waitForAnswers = async (): Promise<void> => {
      const { length } = load.answers;
      const isComplete = (): boolean => {
        const keys = load.answers.slice(length).map(({ client, query }) => `${client} ${query}`);
        return new Set(keys).size === 4 * queries.length;
      };
      await expect.poll(isComplete).toBe(true);
    };
    /** Checks that requests that were sent one second after a load are answered from its data. */
    const expectNewDataAfter = async ({ version }: Release, endedAt: number): Promise<void> => {
      await expect.poll(() => performance.now() - endedAt).toBeGreaterThan(1_000);
      await waitForAnswers();
      const lateAnswers = load.answers.filter(({ sentAt }) => sentAt > endedAt + 1_000);
      expect(new Set(lateAnswers.map((answer) => answer.version))).toEqual(new Set([version]));
    };

    /** Whether the API of a server has the field of the new release; its responses are cached in Redis, too. */
    const hasNewField = async (index: number): Promise<boolean> => {
      const query = '{ __type(name: "Company") { fields { name } } }';
      const response = await fetch(`http://127.0.0.1:${balancer.ports[index]}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (await response.text()).includes('"headquarters"');
    };

    const readSharedCacheUp = async (index: number): Promise<string | undefined> => {
      const text = await (await fetch(`http://127.0.0.1:${balancer.ports[index]}/metrics`)).text();
      return /^atlas_shared_cache_up (\d)$/m.exec(text)?.[1];
    };

    beforeAll(async () => {
      // The first start of all servers at once: each tries to load the data.
      await Promise.all([first, second, third].map((index) => fleet.start(index, optionsOf(oldRelease, index))));
      const stops = Array.from({ length: balancerClients }, () => load.startClient('balancer', balancer.address));
      return async () => {
        await fleet.stopClients();
        for (const stop of stops) await stop();
      };
    });

    afterEach(() => {
      expect(load.failures.slice(0, 5)).toEqual([]);
      expect(findContradictions(load.answers).slice(0, 5)).toEqual([]);
    });

    it('are stopped, killed and replaced by a release that loads its data, without a failed request', async () => {
      await fleet.replace(first, 'SIGTERM', optionsOf(newRelease, first));
      // An old server that restarts keeps the newer data.
      expect(await fleet.replace(second, 'SIGKILL', optionsOf(oldRelease, second))).toContain('which is kept');
      expect([await hasNewField(first), await hasNewField(second)]).toEqual([true, false]);
      await fleet.replace(second, 'SIGTERM', optionsOf(newRelease, second));
      await fleet.replace(third, 'SIGKILL', optionsOf(newRelease, third));
      await waitForAnswers();
      const versions = new Set(load.answers.map(({ version }) => version));
      expect(versions).toEqual(new Set([oldRelease.version, newRelease.version]));
    });

    it('answer from new data at most a second after they are loaded', async () => {
      await expectNewDataAfter(newData, await loadData(newData));
    });

    it('answer while Redis is killed and started again', async () => {
      await redis.stop();
      await expect.poll(() => readSharedCacheUp(first)).toBe('0');
      await waitForAnswers();
      await redis.start();
      await expect.poll(() => readSharedCacheUp(first)).toBe('1');
      await waitForAnswers();
    });

    it('are replaced by a release with another type, which is loaded after the last old server has stopped', async () => {
      const release = releaseWithNewType;
      for (const index of [first, second, third])
        await fleet.replace(index, 'SIGTERM', optionsOf(release, index, '--no-load'));
      await expectNewDataAfter(release, await loadData(release));
      expect(load.answers.some(({ data }) => data.includes('Person:ada-example'))).toBe(true);
    });
  });
});
