import { createServer } from 'node:http';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { addressOf, atlas, messagesOf, runCommand } from '../setup/command-line.js';
import { writeDataset } from '../dataset/data-folder.js';
import { scratchNeo4j, sharedNeo4j } from '../setup/databases.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { ask } from './ask.js';

describe('aigc-atlas start', () => {
  const shared = sharedNeo4j();
  const own = scratchNeo4j();
  const folder = temporaryFolder();
  const onShared = (port: number): Record<string, string> => ({
    NEO4J_URI: shared.target.uri,
    NEO4J_PASSWORD: shared.target.password,
    PORT: String(port),
  });

  it('serves the address and the example query that it prints until it receives SIGTERM', async () => {
    const command = atlas(['start'], onShared(0));
    const address = await addressOf(command);
    expect(command.output()).toContain(`Using the Neo4j at ${shared.target.uri}, because NEO4J_URI is set`);
    expect(command.output()).toMatch(/matches the data files/);
    expect(await ask(address)).toMatchObject({ data: { dataset: { version: expect.any(String) } } });
    await expect.poll(() => wholeGraphsAsked(address)).toBe(1);

    const suggested = runCommand(
      '/bin/sh',
      ['-c', /: (curl .*)$/m.exec(messagesOf(command.output()))?.[1] ?? 'false'],
      {},
    );
    expect(await suggested.ended).toBe(0);
    expect(JSON.parse(suggested.output())).toMatchObject({
      data: { companies: { nodes: expect.arrayContaining([{ name: 'Google', tools: { nodes: expect.any(Array) } }]) } },
    });

    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
    await expect(ask(address)).rejects.toThrow();
  });

  const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));
  it.skipIf(!hasIPv6)('prints a working URL and command for an IPv6 address and a base path', async () => {
    const command = atlas(['start', '--no-load'], { ...onShared(0), HOST: '::1', BASE_PATH: '/atlas' });
    const [, url = ''] = await command.waitFor(/(http:\/\/\[::1\]:\d+\/atlas)\/graphql[^]*Ctrl-C/);
    expect(await ask(url)).toMatchObject({ data: { dataset: { version: expect.any(String) } } });
    const suggested = /A query to try: (curl .*)$/m.exec(messagesOf(command.output()))?.[1] ?? 'false';
    expect(await runCommand('/bin/sh', ['-c', suggested], {}).ended).toBe(0);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('replaces only older data unless --force is set, and serves another directory or the data in Neo4j', async () => {
    const dir = await writeDataset();
    const serves = async (words: readonly string[], said: RegExp, entities: number): Promise<void> => {
      const { uri, password } = own.target;
      const command = atlas(['start', ...words], { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0' });
      const address = await addressOf(command);
      expect(messagesOf(command.output())).toMatch(said);
      expect(await ask(address, '{ dataset { nodeCount } }')).toMatchObject({
        data: { dataset: { nodeCount: entities } },
      });
      command.child.kill('SIGTERM');
      expect(await command.ended).toBe(0);
    };
    await serves([dir], /matches the data files: 14 entities/, 14);
    await serves([], /Expected older data.*found version 1\.0\.0.*which is kept.*--force/, 14);
    await serves(['--no-load'], /because NEO4J_URI is set\nListening at http.*\nAIGC Atlas is up/, 14);
    await serves(['--force'], /matches the data files: 368 entities/, 368);
  });

  it('reports that the port is in use before it starts anything', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const command = atlas(['start', '--port', String(port)], { ATLAS_DATA_DIR: folder });
    expect(await command.ended).toBe(1);
    other.close();
    expect(messagesOf(command.errors())).toMatch(
      new RegExp(`^Port ${port} of 127.0.0.1 is taken by another process.*or choose another port`),
    );
    expect(command.output()).toBe('');
  });

  it.each(['192.0.2.1', 'fe80::1'])('reports that %s is not an address of this machine', async (host) => {
    const command = atlas(['start'], { HOST: host, ATLAS_DATA_DIR: folder });
    expect(await command.ended).toBe(2);
    expect(messagesOf(command.errors())).toMatch(/^\S+ is not an address of this machine\. Correct HOST.*\.\n?$/);
    expect(command.errors()).toContain(host);
    expect(command.output()).toBe('');
  });
});

/** Returns how often the server has executed the explorer's first query, from its metrics. */
async function wholeGraphsAsked(address: string): Promise<number> {
  const metrics = await (await fetch(`${address}/metrics`)).text();
  return Number(/^\w+_count\{[^}]*operation="WholeGraph"[^}]*\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
}
