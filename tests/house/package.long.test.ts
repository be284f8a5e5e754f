import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { version } from '../../src/version.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('the package that `npm pack` creates', () => {
  const packed = temporaryFolder();
  const user = temporaryFolder();
  let tarball: string;
  const files = (): string[] => execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  const fileIn = (name: string): string =>
    execFileSync('tar', ['-xzOf', tarball, `package/${name}`], { encoding: 'utf8', maxBuffer: 1 << 26 });

  beforeAll(() => {
    const done = spawnSync('npm', ['pack', '--pack-destination', packed], { cwd: packageRoot, encoding: 'utf8' });
    expect(done.status, done.stderr).toBe(0);
    tarball = join(packed, readdirSync(packed)[0] ?? '');
  });

  it('contains the files that a user needs and no others', () => {
    const paths = files().map((path) => path.replace(/^package\//, ''));
    const needed = ['LICENSE', 'README.md', 'dist/main.js', 'dist/pages/index.html', 'dist/pages/notices.txt'];
    expect(paths).toEqual(expect.arrayContaining([...needed, 'dist/sbom.cdx.json', 'docs/operations.md']));
    const { files: listed } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
      files: string[];
    };
    const shipped = new Set(paths.map((path) => path.split('/', 1)[0]));
    const wanted = listed.filter((name) => !name.startsWith('!')).map((name) => name.split('/', 1)[0]);
    expect([...shipped].toSorted()).toEqual(
      [...new Set([...wanted, ...['LICENSE', 'README.md', 'package.json']])].toSorted(),
    );
    expect(paths.filter((path) => /\.(map|tsbuildinfo)$|\.test\.[jt]s/.test(path))).toEqual([]);
  });

  it('lists its dependencies in the SBOM', () => {
    const { components } = JSON.parse(fileIn('dist/sbom.cdx.json')) as { components: { name: string }[] };
    const manifest = JSON.parse(fileIn('package.json')) as { dependencies: object };
    const names = components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(names).not.toContain('vitest');
  });

  it('contains the licenses of the libraries in the pages, including those in workers', () => {
    const notices = fileIn('dist/pages/notices.txt');
    for (const name of ['sigma', 'preact', 'graphiql', 'graphology-layout-forceatlas2']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d.*\\(MIT\\)$`, 'm'));
    }
    expect(notices).toContain('Apache License');
  });

  it('runs after installation, and its dependencies support this version of Node.js', () => {
    writeFileSync(join(user, 'package.json'), '{}');
    const options = { cwd: user, encoding: 'utf8' } as const;
    const installed = spawnSync('npm', ['install', '--prefer-offline', '--no-audit', tarball], options);
    expect([installed.status, installed.stderr]).toEqual([0, expect.not.stringContaining('EBADENGINE')]);
    const run = (command: string): string => execFileSync('npx', ['aigc-atlas', command], options);
    expect(run('--version')).toBe(`${version}\n`);
    expect(run('check')).toMatch(/\d+ entities/);
  });
});
