import { readdir } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/commands/doctor/check.js';
import { entity, writeDataset } from '../dataset/small-dataset.js';
import { codeBlocksOf } from '../conventions/markdown.js';
import { readProjectFile } from '../conventions/project-files.js';
import { messagesOf, runAtlas, waitForAddress } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

const shared = sharedNeo4j();
const onShared = (): Record<string, string> => ({
  NEO4J_URI: shared.target.uri,
  NEO4J_PASSWORD: shared.target.password,
  PORT: '0',
});

async function run(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const command = runAtlas(args, environment);
  return { code: await command.ended, output: command.output(), errors: command.errors() };
}

/** Runs `doctor --json`; returns its exit code and its checks by name. */
async function checksOf(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { code, output } = await run(['doctor', ...args, '--json'], environment);
  const { checks, exitCode } = JSON.parse(output) as { checks: Check[]; exitCode: number };
  expect(exitCode).toBe(code);
  return { code, checks: Object.fromEntries(checks.map((check) => [check.name, check])) };
}

describe('aigc-atlas doctor', () => {
  it('exits with 0 and prints a line for each check if start would work', async () => {
    const { code, output, errors } = await run(['doctor'], onShared());
    expect([code, errors]).toEqual([0, '']);
    expect(output).not.toMatch(/^problem/m);
    const names = [...output.matchAll(/^(?:ok|warning) +([\w.\s]+?):/gm)].map(([, name = '']) => name);
    const documented = [...readProjectFile('docs/operations.md').matchAll(/^\| (`[A-Z].*?`) +\| [A-Z]/gm)];
    const documentedNames = documented.flatMap(([, cell = '']) => cell.split(', ').map((text) => text.slice(1, -1)));
    expect(documentedNames).toEqual(expect.arrayContaining(names));
    expect(output).toContain(`Neo4j: start uses the Neo4j at ${shared.target.uri}, because NEO4J_URI is set`);
    expect(output).toMatch(/^ok {7}Model and data: version .* entities and \d+ relations, no problem found$/m);
    expect(output).toMatch(/^ok {7}Database: Neo4j 5\.\d+.*: version .*, the same as the data files$/m);
    expect(output).toMatch(/\nstart would work: no problem, .*\.\n$/);
  });

  it('prints the documented lines if this server already uses the port, and Redis does not respond', async () => {
    const server = runAtlas(['start', '--no-load'], onShared());
    const { port } = new URL(await waitForAddress(server));
    const environment = { ...onShared(), CACHE_URL: 'redis://127.0.0.1:1' };
    const { code, output } = await run(['doctor', '--port', port], environment);
    server.child.kill('SIGTERM');
    await server.ended;
    expect(code).toBe(1);
    const blocks = codeBlocksOf(readProjectFile('docs/operations.md'));
    const sample = blocks.find(({ text }) => text.includes('start would fail'))?.text ?? '';
    const withoutValues = (text: string): string =>
      text.replaceAll(/\d+/g, '1').replaceAll(/at \S+\/node;/g, 'at node;');
    for (const line of sample.trim().split('\n')) expect(withoutValues(output)).toContain(withoutValues(line));
  });

  it('reports a port that another program uses with the message of start', async () => {
    const other = createServer((socket) => socket.end('no HTTP')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port); // a TCP server has an address and a port
    const { code, checks } = await checksOf(onShared(), '--port', port);
    const { errors } = await run(['start', '--port', port], onShared());
    other.close();
    expect(code).toBe(1);
    expect(checks['Port']?.found).toMatch(/ That process is not an instance of this server: .*$/);
    expect(checks['Port']?.found).toContain(messagesOf(errors).trim());
  });

  it('reports all invalid settings, and continues with the defaults', async () => {
    const environment = { ...onShared(), PORT: 'no', LOG_LEVEL: 'loud' };
    const { code, checks } = await checksOf(environment);
    expect(code).toBe(2);
    expect(checks['Settings']).toMatchObject({ state: 'problem', code: 'BAD_CONFIG' });
    expect(checks['Settings']?.found).toMatch(/PORT or --port: must be.*\n {2}LOG_LEVEL: must be/);
    expect(checks['Port']?.found).toContain('4000');
    expect(checks['Database']).toMatchObject({ state: 'ok' });
  });

  it('reports invalid data files, and does not compare them with the database', async () => {
    const dir = await writeDataset((files) => files['tool']?.push(entity('dall-e')));
    const { code, output, errors } = await run(['--quiet', 'doctor', dir], onShared());
    expect([code, output]).toEqual([3, '']);
    expect(errors).toMatch(/^problem {2}Model and data: The data have one problem.*\n.*tool.yaml:\d+: Tool:dall-e/);
    expect(errors.split('\nproblem')).toHaveLength(1);
  });
});

describe('aigc-atlas doctor without a Neo4j', () => {
  const directory = createTemporaryDirectory();

  it('reports one that cannot be reached with the message of load', async () => {
    const environment = { ...onShared(), NEO4J_URI: 'bolt://127.0.0.1:1' };
    const { code, checks } = await checksOf(environment);
    const { errors } = await run(['load'], environment);
    expect(code).toBe(5);
    expect(checks['Database']).toMatchObject({ state: 'problem', code: 'DATABASE_UNAVAILABLE', found: errors.trim() });
  });

  it('reports what each launcher lacks, and creates no directory', async () => {
    const environment = {
      ...{ ATLAS_DATA_DIR: `${directory}/data`, XDG_CACHE_HOME: `${directory}/cache` },
      ...{ JAVA_HOME: '/nowhere', PORT: '0', PATH: '/usr/bin:/bin' },
    };
    const { code, checks } = await checksOf(environment, '--neo4j', 'local');
    expect(code).toBe(5);
    expect(checks['Neo4j']).toMatchObject({ state: 'problem', code: 'NO_DATABASE' });
    expect(checks['Neo4j']?.found).toMatch(
      /^No Neo4j is available with ATLAS_NEO4J=local or --neo4j local:\n {2}local: Java 17 .*nowhere/,
    );
    expect(checks['Java']).toMatchObject({
      state: 'warning',
      advice: expect.stringMatching(/^To use ATLAS_NEO4J=local or --neo4j local, install Java 17/),
    });
    expect(checks['Disk']?.found).toMatch(/data is writable and has \d+ MB free; .*cache.* is writable/);
    expect(await readdir(directory)).toEqual([]);
  });
});
