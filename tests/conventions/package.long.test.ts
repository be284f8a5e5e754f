import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundledModules, packageNameOf } from '../../scripts/package/bundled-libraries.js';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { packageRoot } from '../../src/paths.js';
import { version } from '../../src/version.js';
import { sendQuery } from '../commands/send-query.js';
import { runCommand, waitForAddress, type RunningCommand } from '../setup/command-line.js';
import { installPackage } from '../setup/installed-package.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { describeNodeVersions } from './describe-node-versions.js';

const installed = installPackage();
const maxInstalledMegabytes = 90;

describe('the package that `npm pack` creates', () => {
  it('contains the files that a user needs and no others', () => {
    const paths = installed.listFiles();
    const requiredFiles = ['LICENSE', 'README.md', 'dist/main.js', 'dist/pages/index.html', 'dist/pages/notices.txt'];
    expect(paths).toEqual(expect.arrayContaining([...requiredFiles, 'dist/sbom.cdx.json', 'docs/operations.md']));
    const { files: listed } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
      files: string[];
    };
    const packedEntries = new Set(paths.map((path) => path.split('/', 1)[0]));
    const expectedEntries = listed.filter((name) => !name.startsWith('!')).map((name) => name.split('/', 1)[0]);
    expect([...packedEntries].toSorted()).toEqual(
      [...new Set([...expectedEntries, ...['LICENSE', 'README.md', 'package.json']])].toSorted(),
    );
    expect(paths.filter((path) => /\.(map|tsbuildinfo)$|\.test\.[jt]s/.test(path))).toEqual([]);
  });

  it('lists its dependencies and the libraries in its build in the SBOM', () => {
    const { components } = JSON.parse(installed.readFile('dist/sbom.cdx.json')) as { components: { name: string }[] };
    const manifest = JSON.parse(installed.readFile('package.json')) as { dependencies: object };
    const names = components.map(({ name }) => name);
    const bundledPackages = bundledModules.map(packageNameOf);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(manifest.dependencies), ...bundledPackages, 'rxjs']));
    expect(names).not.toContain('vitest');
  });

  it('contains the licenses of the libraries in the pages, in their workers and in the server', () => {
    const pages = installed.readFile('dist/pages/notices.txt');
    for (const name of ['sigma', 'preact', 'graphiql', 'graphology-layout-forceatlas2']) {
      expect(pages).toMatch(new RegExp(`^${name} \\d.*\\(MIT\\)$`, 'm'));
    }
    expect(pages).toContain('Apache License');
    expect(installed.readFile('dist/node_modules/notices.txt')).toMatch(/^@opentelemetry\/api \d.*\(Apache-2\.0\)$/m);
  });
});

describe('the installed package', () => {
  const home = createTemporaryDirectory();
  const directories = { XDG_CACHE_HOME: join(home, 'cache'), XDG_DATA_HOME: join(home, 'share') };
  const environment = { ...directories, PORT: '0', OPERATION_TIMEOUT: '600000' };
  const run = (args: readonly string[], settings = {}): RunningCommand => {
    const command = runCommand('npx', ['aigc-atlas', ...args], { ...environment, ...settings }, installed.directory);
    onTestFinished(() => {
      const { pid, exitCode, signalCode } = command.child;
      if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
    });
    return command;
  };
  const stop = async (command: RunningCommand): Promise<void> => {
    process.kill(-(command.child.pid ?? 0), 'SIGTERM');
    await command.ended;
  };

  it(`needs at most ${maxInstalledMegabytes} MB of disk space, with all its dependencies`, () => {
    const size = execFileSync('du', ['-sk', join(installed.directory, 'node_modules')], { encoding: 'utf8' });
    expect(parseInt(size) / 1024).toBeLessThanOrEqual(maxInstalledMegabytes);
  });

  it('prints its version and checks its data', async () => {
    const [versionCommand, check] = [run(['--version']), run(['check'])];
    expect([await versionCommand.ended, versionCommand.output()]).toEqual([0, `${version}\n`]);
    expect([await check.ended, check.output()]).toEqual([0, expect.stringMatching(/\d+ entities/)]);
  });

  it('starts Neo4j without any cached jar, serves the API and the pages, and keeps the database of the user', async () => {
    const mavenOptions = `-Dmaven.repo.local=${join(home, 'maven')}`;
    const traceEndpoint = await startCollector();
    const command = run(['start', '--neo4j=local'], {
      MAVEN_OPTS: mavenOptions,
      OTEL_EXPORTER_OTLP_ENDPOINT: traceEndpoint.url,
      CACHE_URL: `redis://127.0.0.1:${await findFreePort()}`,
    });
    const address = await waitForAddress(command);
    expect(command.output()).toMatch(/Fetching Neo4j Community/);
    expect(await sendQuery(address, '{ tool(slug: "grover") { name } }')).toMatchObject({
      data: { tool: { name: 'Grover' } },
    });
    // No Redis listens at the address, and the server answers without it.
    expect(command.output()).toContain('The shared cache cannot be used');
    const page = await (await fetch(`${address}/`)).text();
    const [, script = ''] = /<script [^>]*src="\.\/([^"]+)"/.exec(page) ?? [];
    expect((await fetch(`${address}/${script}`)).headers.get('content-type')).toMatch(/javascript/);
    await stop(command);
    expect(traceEndpoint.paths).toContain('/v1/traces');
    expect(existsSync(join(home, 'share', 'aigc-atlas', 'neo4j'))).toBe(true);
    expect(existsSync(join(installed.directory, 'node_modules', 'aigc-atlas', '.atlas'))).toBe(false);
  });

  it('serves another model and its data, with a database beside them', async () => {
    const library = join(createTemporaryDirectory(), 'library');
    cpSync(join(packageRoot, 'tests', 'model', 'library'), library, { recursive: true });
    const command = run(['start', '--neo4j=local', '--atlas', library]);
    const address = await waitForAddress(command);
    expect(await sendQuery(address, '{ books(first: 1) { nodes { name } } }')).toMatchObject({
      data: { books: { nodes: [{ name: expect.any(String) }] } },
    });
    await stop(command);
    expect(existsSync(join(library, '.atlas', 'neo4j'))).toBe(true);
  });

  describeNodeVersions(installed);
});

/** Starts a collector of traces that records the paths of its requests, until the test ends. */
async function startCollector(): Promise<{ readonly url: string; readonly paths: ReadonlySet<string | undefined> }> {
  const paths = new Set<string | undefined>();
  const server = createServer((request, response) => {
    paths.add(request.url);
    request.resume().on('end', () => response.end('{}'));
  });
  onTestFinished(() => void server.close());
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${port}`, paths };
}
