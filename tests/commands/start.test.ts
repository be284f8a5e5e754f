import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../src/neo4j/ways/local/free-port.js';
import { atlas, runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('aigc-atlas start', () => {
  const shared = sharedNeo4j();
  const folder = temporaryFolder();
  const onShared = (port: number): Record<string, string> => ({
    NEO4J_URI: shared.target.uri,
    NEO4J_PASSWORD: shared.target.password,
    PORT: String(port),
  });

  it('answers at the address it prints, and to the query it suggests, until it is asked to end', async () => {
    const command = atlas(['start'], onShared(0));
    const [, address = ''] = await command.waitFor(/(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/);
    expect(command.output()).toContain(`Using the Neo4j at ${shared.target.uri}, because NEO4J_URI is set`);
    expect(command.output()).toMatch(/exactly the data files/);
    expect(await ask(address)).toMatchObject({ data: { dataset: { version: expect.any(String) } } });
    await expect.poll(() => wholeGraphsAsked(address), { timeout: 60_000 }).toBe(1);

    const suggested = runCommand('/bin/sh', ['-c', /^ {2}(curl .*)$/m.exec(command.output())?.[1] ?? 'false'], {});
    expect(await suggested.ended).toBe(0);
    expect(JSON.parse(suggested.output())).toMatchObject({ data: { domains: { nodes: expect.any(Array) } } });

    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
    await expect(ask(address)).rejects.toThrow();
  });

  it('says that the port is taken before it starts anything', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const command = atlas(['start', '--port', String(port)], { ATLAS_DATA_DIR: folder });
    expect(await command.ended).toBe(1);
    other.close();
    expect(command.errors()).toMatch(
      new RegExp(`^Port ${port} of 127.0.0.1 is taken by another process.*or choose another port`),
    );
    expect(command.output()).toBe('');
  });

  it('says that an address is not one of this machine', async () => {
    const command = atlas(['start'], { HOST: '192.0.2.1' });
    expect(await command.ended).toBe(1);
    expect(command.errors()).toMatch(/^192\.0\.2\.1 is not an address of this machine\. Correct HOST/);
  });

  it('stops the Neo4j that it is just starting when it is interrupted', async () => {
    const command = atlas(['start', '--neo4j=local'], { ATLAS_DATA_DIR: folder, PORT: '0' });
    await command.waitFor(/Starting Neo4j/);
    command.child.kill('SIGINT');
    expect(await command.ended).toBe(130);
    expect(await runCommand('pgrep', ['-f', folder], {}).ended).toBe(1);
  });
});

describe.each(['start', 'dev'])('npm run %s', (script) => {
  const shared = sharedNeo4j();
  let port = 0;
  beforeAll(async () => {
    port = await freePort();
  });

  it.each(['to npm alone', 'to all, as Ctrl-C at a terminal sends it'])('ends with a signal %s', async (whom) => {
    const npm = runCommand('npm', ['run', script], {
      NEO4J_URI: shared.target.uri,
      NEO4J_PASSWORD: shared.target.password,
      PORT: String(port),
    });
    started.push(npm);
    await npm.waitFor(/Ctrl-C/);
    const pid = npm.child.pid ?? 0;
    if (whom === 'to npm alone') process.kill(pid, 'SIGTERM');
    else process.kill(-pid, 'SIGINT');
    // Its output ends only when all that hold it have gone, also those that a shell stood before.
    expect(await npm.ended).toBe(0);
    expect(npm.output()).toMatch(/Stopping\nStopped\n\s*$/);
    expect(npm.errors()).not.toMatch(/^\s+at /m);
    await expect(ask(`http://localhost:${port}`)).rejects.toThrow();
    expect(await runCommand('pgrep', ['-g', String(pid)], {}).ended).toBe(1);
  });

  const started: ReturnType<typeof runCommand>[] = [];
  afterAll(() => {
    for (const { child } of started) if (child.exitCode === null) child.kill('SIGTERM');
  });
});

async function ask(address: string): Promise<unknown> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ dataset { version } }' }),
  });
  return answer.json();
}

/** How often the question that the explorer begins with was answered, by the server's own count. */
async function wholeGraphsAsked(address: string): Promise<number> {
  const metrics = await (await fetch(`${address}/metrics`)).text();
  return Number(/^\w+_count\{[^}]*operation="WholeGraph"[^}]*\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
}
