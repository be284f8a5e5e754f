import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { version } from '../../src/version.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

describe('the package that `npm pack` creates', () => {
  const packDirectory = createTemporaryDirectory();
  const installDirectory = createTemporaryDirectory();
  let tarball: string;
  const listFiles = (): string[] => execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  const readPackedFile = (name: string): string =>
    execFileSync('tar', ['-xzOf', tarball, `package/${name}`], { encoding: 'utf8', maxBuffer: 1 << 26 });

  beforeAll(() => {
    const packResult = spawnSync('npm', ['pack', '--pack-destination', packDirectory], {
      cwd: packageRoot,
      encoding: 'utf8',
    });
    expect(packResult.status, packResult.stderr).toBe(0);
    tarball = join(packDirectory, readdirSync(packDirectory)[0] ?? '');
  });

  it('contains the files that a user needs and no others', () => {
    const paths = listFiles().map((path) => path.replace(/^package\//, ''));
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

  it('lists its dependencies in the SBOM', () => {
    const { components } = JSON.parse(readPackedFile('dist/sbom.cdx.json')) as { components: { name: string }[] };
    const manifest = JSON.parse(readPackedFile('package.json')) as { dependencies: object };
    const names = components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(names).not.toContain('vitest');
  });

  it('contains the licenses of the libraries in the pages, including those in workers', () => {
    const notices = readPackedFile('dist/pages/notices.txt');
    for (const name of ['sigma', 'preact', 'graphiql', 'graphology-layout-forceatlas2']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d.*\\(MIT\\)$`, 'm'));
    }
    expect(notices).toContain('Apache License');
  });

  it('runs after installation, and its dependencies support this version of Node.js', () => {
    writeFileSync(join(installDirectory, 'package.json'), '{}');
    const options = { cwd: installDirectory, encoding: 'utf8' } as const;
    const installResult = spawnSync('npm', ['install', '--prefer-offline', '--no-audit', tarball], options);
    expect([installResult.status, installResult.stderr]).toEqual([0, expect.not.stringContaining('EBADENGINE')]);
    const runCommand = (command: string): string => execFileSync('npx', ['aigc-atlas', command], options);
    expect(runCommand('--version')).toBe(`${version}\n`);
    expect(runCommand('check')).toMatch(/\d+ entities/);
  });
});
