import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitForAddress, runAtlas, messagesOf, runCommand } from '../setup/command-line.js';
import { openAtlas } from '../../src/commands/atlas.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { projectModel } from '../../src/model/project-model.js';
import { packageRoot } from '../../src/paths.js';
import { matchOpenAI } from '../dataset/describe-tampering.js';
import { alter } from '../dataset/stored-graph.js';
import { writeDataset } from '../dataset/small-dataset.js';
import { scratchNeo4j, sharedNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { sendQuery } from './send-query.js';

describe('aigc-atlas start', () => {
  const shared = sharedNeo4j();
  const scratch = scratchNeo4j();
  const directory = createTemporaryDirectory();
  const onShared = (port: number): Record<string, string> => ({
    NEO4J_URI: shared.target.uri,
    NEO4J_PASSWORD: shared.target.password,
    PORT: String(port),
  });

  it('serves the address and the example query that it prints until it receives SIGTERM', async () => {
    const command = runAtlas(['start'], onShared(0));
    const address = await waitForAddress(command);
    expect(command.output()).toContain(`Using the Neo4j at ${shared.target.uri}, because NEO4J_URI is set`);
    await command.waitFor(/The graph was loaded from the same data files[^]*matches the data files/);
    expect(await sendQuery(address)).toMatchObject({ data: { dataset: { version: expect.any(String) } } });
    await expect.poll(() => countExplorerQueries(address)).toBe(1);

    const suggested = runCommand(
      '/bin/sh',
      ['-c', /: (curl .*)$/m.exec(messagesOf(command.output()))?.[1] ?? 'false'],
      {},
    );
    expect(await suggested.ended).toBe(0);
    expect(JSON.parse(suggested.output())).toMatchObject({
      data: { companies: { nodes: expect.arrayContaining([{ name: 'Adobe', tools: { nodes: expect.any(Array) } }]) } },
    });

    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
    await expect(sendQuery(address)).rejects.toThrow();
  });

  const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));
  it.skipIf(!hasIPv6)('prints a working URL and command for an IPv6 address and a base path', async () => {
    const command = runAtlas(['start', '--no-load'], { ...onShared(0), HOST: '::1', BASE_PATH: '/atlas' });
    const [, url = ''] = await command.waitFor(/(http:\/\/\[::1\]:\d+\/atlas)\/graphql[^]*Ctrl-C/);
    expect(await sendQuery(url)).toMatchObject({ data: { dataset: { version: expect.any(String) } } });
    const suggested = /A query to try: (curl .*)$/m.exec(messagesOf(command.output()))?.[1] ?? 'false';
    expect(await runCommand('/bin/sh', ['-c', suggested], {}).ended).toBe(0);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('replaces only older data unless --force is set, and serves another directory or the data in Neo4j', async () => {
    const dir = await writeDataset();
    const datasetFile = join(dir, 'dataset.yaml');
    await writeFile(datasetFile, (await readFile(datasetFile, 'utf8')).replace('1.0.0', '9.0.0'));
    const expectServed = async (args: readonly string[], message: RegExp, entities: number): Promise<void> => {
      const { uri, password } = scratch.target;
      const command = runAtlas(['start', ...args], { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0' });
      const address = await waitForAddress(command);
      expect(messagesOf(command.output())).toMatch(message);
      expect(await sendQuery(address, '{ dataset { nodeCount } }')).toMatchObject({
        data: { dataset: { nodeCount: entities } },
      });
      command.child.kill('SIGTERM');
      expect(await command.ended).toBe(0);
    };
    await expectServed([dir], /matches the data files: 14 entities/, 14);
    await expectServed([], /Expected older data.*found version 9\.0\.0.*which is kept.*--force/, 14);
    await expectServed(['--no-load'], /because NEO4J_URI is set\nListening at http.*\nAIGC Atlas is up/, 14);
    const { entities } = await readDataset(projectModel(), join(packageRoot, 'data'));
    const message = new RegExp(`matches the data files: ${entities.length} entities`);
    await expectServed(['--force'], message, entities.length);
  });

  it('serves a graph that was loaded before, and reverts what another client has changed in it', async () => {
    const dir = await writeDataset();
    const { uri, password } = scratch.target;
    await loadDataset(scratch.database, projectModel(), await readDataset(projectModel(), dir));
    await alter(scratch.database, `${matchOpenAI} SET n.name = 'ClosedAI'`);
    const command = runAtlas(['start', dir], { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0' });
    const address = await waitForAddress(command);
    await command.waitFor(/The graph now matches the data files/);
    const query = '{ company(slug: "openai") { name } }';
    expect(await sendQuery(address, query)).toMatchObject({ data: { company: { name: 'OpenAI' } } });
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('loads the graph before it listens if a constraint or index of the model was never created', async () => {
    const dir = await writeDataset();
    const { uri, password } = scratch.target;
    await loadDataset(scratch.database, projectModel(), await readDataset(projectModel(), dir));
    await alter(scratch.database, "MATCH (n:Dataset) SET n.schemaNames = ['entity_id']");
    const command = runAtlas(['start', dir], { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0' });
    await command.waitFor(/The graph now matches the data files[^]*Listening/);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('refuses to replace or to serve the graph of another model, unless --force is set', async () => {
    const environment = { NEO4J_URI: scratch.target.uri, NEO4J_PASSWORD: scratch.target.password, PORT: '0' };
    const library = openAtlas({ atlasDir: 'tests/model/library' });
    const dataset = await readDataset(library.model, library.dataDir);
    const foreign = /found \d+ entities of types that the model does not declare/;
    for (const version of ['0.0.1', '99.0.0']) {
      const options = { ...dataset, metadata: { ...dataset.metadata, version } };
      await loadDataset(scratch.database, library.model, options);
      const commands = [runAtlas(['start'], environment), runAtlas(['start', '--no-load'], environment)];
      expect(await Promise.all(commands.map(({ ended }) => ended))).toEqual([5, 5]);
      const [loading = '', serving] = commands.map(({ errors }) => messagesOf(errors()));
      expect(loading).toMatch(foreign);
      expect(serving).toBe(loading);
    }
    const forced = runAtlas(['start', '--force'], environment);
    await waitForAddress(forced);
    forced.child.kill('SIGTERM');
    expect(await forced.ended).toBe(0);
  });

  it('ends if the data files are invalid, also while Neo4j is down', async () => {
    const dir = await writeDataset();
    await writeFile(join(dir, 'company.yaml'), '- slug: [');
    const { uri, password } = scratch.target;
    for (const address of [uri, 'bolt://127.0.0.1:1']) {
      const command = runAtlas(['start', dir], { NEO4J_URI: address, NEO4J_PASSWORD: password, PORT: '0' });
      expect(await command.ended).toBe(3);
      expect(messagesOf(command.errors())).toMatch(/^The data have one problem.*\n.*company\.yaml:1: expected YAML/);
    }
  });

  it('reports that the port is in use before it starts anything', async () => {
    const otherServer = createServer();
    otherServer.listen(0, '127.0.0.1');
    await once(otherServer, 'listening');
    const address = otherServer.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const command = runAtlas(['start', '--port', String(port)], { ATLAS_DATA_DIR: directory });
    expect(await command.ended).toBe(1);
    otherServer.close();
    expect(messagesOf(command.errors())).toMatch(
      new RegExp(
        `^Port ${port} of 127.0.0.1 is taken by another process.*or choose another port, such as PORT=\\d+ or --port \\d+\\.`,
      ),
    );
    expect(command.output()).toBe('');
  });

  it.each(['192.0.2.1', 'fe80::1'])('reports that %s is not an address of this machine', async (host) => {
    const command = runAtlas(['start'], { HOST: host, ATLAS_DATA_DIR: directory });
    expect(await command.ended).toBe(2);
    expect(messagesOf(command.errors())).toMatch(/^\S+ is not an address of this machine\. Correct HOST.*\.\n?$/);
    expect(command.errors()).toContain(host);
    expect(command.output()).toBe('');
  });
});

/** Returns how often the server has executed the explorer's first query, from its metrics. */
async function countExplorerQueries(address: string): Promise<number> {
  const metrics = await (await fetch(`${address}/metrics`)).text();
  return Number(/^\w+_count\{[^}]*operation="WholeGraph"[^}]*\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
}
