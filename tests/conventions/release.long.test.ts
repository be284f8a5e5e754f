import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

interface Manifest {
  version: string;
  scripts: Record<string, string>;
}

describe('npm run release', () => {
  const parent = createTemporaryDirectory();
  const clone = join(parent, 'clone');
  const programs = join(parent, 'bin');
  const dockerLog = join(parent, 'docker.log');

  const git = (...args: string[]): string => execFileSync('git', args, { cwd: clone, encoding: 'utf8' }).trim();
  const readClone = (name: string): string => readFileSync(join(clone, name), 'utf8');
  const readManifest = (): Manifest => JSON.parse(readClone('package.json')) as Manifest;
  const release = (...args: string[]) => {
    const env = { ...process.env, PATH: `${programs}${delimiter}${process.env['PATH']}` };
    return spawnSync('npm', ['run', 'release', '--', ...args], { cwd: clone, encoding: 'utf8', env });
  };
  /** Replaces the docker of this machine by a program that records its arguments and exits with this code. */
  const recordDocker = (exitCode: number): void => {
    const file = join(programs, 'docker');
    writeFileSync(file, `#!/bin/sh\necho "$@" >> '${dockerLog}'\nexit ${exitCode}\n`);
    chmodSync(file, 0o755);
  };

  // A release takes the build as it is, and the checks take no time: both have tests of their own.
  beforeAll(() => {
    // The stubbed `prepack` would write it.
    execFileSync('npm', ['run', 'sbom'], { cwd: packageRoot });
    execFileSync('git', ['clone', '-q', packageRoot, clone]);
    execFileSync('mkdir', [programs]);
    for (const name of ['scripts', 'dist']) cpSync(join(packageRoot, name), join(clone, name), { recursive: true });
    symlinkSync(join(packageRoot, 'node_modules'), join(clone, 'node_modules'));
    const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Manifest;
    const scripts = { ...manifest.scripts, check: 'echo checked', test: 'echo tested', prepack: 'echo packed' };
    writeFileSync(
      join(clone, 'package.json'),
      JSON.stringify({ ...manifest, scripts, version: '1.2.3' }, undefined, 2),
    );
    writeFileSync(join(clone, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- A feature.\n');
    for (const [name, value] of [
      ['user.name', 'Ada'],
      ['user.email', 'ada@example.org'],
      ['commit.gpgsign', 'false'],
      ['tag.gpgsign', 'false'],
    ] as const)
      git('config', name, value);
    git('commit', '--all', '--quiet', '-m', 'Prepare the test');
    git('add', '.');
    if (git('status', '--porcelain') !== '') git('commit', '--quiet', '-m', 'Add the scripts of the working tree');
    recordDocker(0);
  });

  it('prints its steps with --dry-run and changes nothing', () => {
    const head = git('rev-parse', 'HEAD');
    const { status, stdout } = release('minor', '--dry-run');
    expect(status).toBe(0);
    for (const step of ['npm run check', 'npm version 1.3.0', 'npm pack', 'docker build', 'git tag -a v1.3.0'])
      expect(stdout).toContain(step);
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag')]).toEqual([head, '', '']);
  });

  it('refuses uncommitted changes', () => {
    writeFileSync(join(clone, 'draft.txt'), '');
    const { status, stderr } = release('minor');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/Expected no uncommitted changes; found:\n\?\? draft/)]);
    execFileSync('rm', [join(clone, 'draft.txt')]);
  });

  it('leaves the branch as it was if a step fails', () => {
    const head = git('rev-parse', 'HEAD');
    writeFileSync(join(programs, 'docker'), '#!/bin/sh\n[ "$1" = version ]\n');
    const { status, stderr } = release('minor');
    expect([status, stderr]).toEqual([1, expect.stringContaining('"Build the image" failed')]);
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag')]).toEqual([head, '', '']);
  });

  it('commits and tags the version and its changes, and builds the package, the SBOM and the image', () => {
    recordDocker(0);
    const { status, stdout, stderr } = release('minor');
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    expect(stdout).toMatch(/checked[^]*tested[^]*packed/);
    expect(readManifest().version).toBe('1.3.0');
    expect(readClone('CHANGELOG.md')).toMatch(
      /^# Changelog\n\n## Unreleased\n\n## 1\.3\.0 \(\d{4}-\d\d-\d\d\)\n\n- A feature\.\n$/,
    );
    expect(readClone('deploy/kubernetes/kustomization.yaml')).toContain('newTag: 1.3.0\n');
    expect([git('log', '-1', '--format=%s'), git('status', '--porcelain')]).toEqual(['Release 1.3.0', '']);
    expect(git('rev-parse', 'v1.3.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
    expect(readFileSync(dockerLog, 'utf8')).toContain(
      `build --build-arg VERSION=1.3.0 --build-arg REVISION=${git('rev-parse', 'HEAD')} --build-arg CREATED=2`,
    );
    const tarball = join(clone, 'release', 'aigc-atlas-1.3.0.tgz');
    expect(execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })).toContain('"1.3.0"');
    expect(JSON.parse(readClone('release/aigc-atlas-1.3.0.cdx.json'))).toMatchObject({ bomFormat: 'CycloneDX' });
  });

  it('skips the image if no Docker engine responds', () => {
    recordDocker(1);
    writeFileSync(join(clone, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- Another feature.\n');
    git('commit', '--all', '--quiet', '-m', 'Add a feature');
    const { status, stdout } = release('2.0.0');
    expect([status, stdout]).toEqual([0, expect.stringContaining('Skip the image: no Docker engine responds')]);
    expect([git('tag'), existsSync(join(clone, 'release', 'aigc-atlas-2.0.0.tgz'))]).toEqual(['v1.3.0\nv2.0.0', true]);
  });
});
