import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/paths.js';
import { errorMessage } from '../src/shared/caught-error.js';
import { version as currentVersion } from '../src/version.js';
import {
  checkSteps,
  imageStep,
  nextVersion,
  packStep,
  releaseChanges,
  releaseDirectory,
  releaseImageTag,
  tagStep,
  type ReleaseStep,
} from './package/release-plan.js';

const { version, isDryRun } = orExit(readArguments);
const changelogFile = join(packageRoot, 'CHANGELOG.md');
const kustomizationFile = join(packageRoot, 'deploy', 'kubernetes', 'kustomization.yaml');

function readArguments(): { readonly version: string; readonly isDryRun: boolean } {
  const { values, positionals } = parseArgs({ options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true });
  return { version: nextVersion(currentVersion, positionals[0] ?? ''), isDryRun: values['dry-run'] === true };
}

/** Returns the result; if the work fails, prints why and ends the program. */
function orExit<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    console.error(errorMessage(error));
    process.exit(1);
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: packageRoot, encoding: 'utf8' }).trimEnd();
}

function run({ title, command: [program, ...args] }: ReleaseStep): void {
  console.log(`${title}: ${[program, ...args].join(' ')}`);
  if (isDryRun) return;
  const { status, error } = spawnSync(program, args, { cwd: packageRoot, stdio: 'inherit' });
  if (status !== 0) throw new Error(`"${title}" failed${error === undefined ? '' : `: ${error.message}`}.`);
}

function requireUnreleased(): void {
  const changes = git('status', '--porcelain');
  if (changes !== '') throw new Error(`Expected no uncommitted changes; found:\n${changes}\nCommit or remove them.`);
  if (git('tag', '--list', `v${version}`) !== '')
    throw new Error(`The tag v${version} exists: release another version.`);
}

function commitVersion(): void {
  run({
    title: 'Set the version',
    command: ['npm', 'version', version, '--no-git-tag-version', '--allow-same-version'],
  });
  const date = new Date().toISOString().slice(0, 10);
  const changelog = releaseChanges(readFileSync(changelogFile, 'utf8'), version, date);
  console.log(`Move the unreleased changes in CHANGELOG.md to ${version} (${date})`);
  if (!isDryRun) writeFileSync(changelogFile, changelog);
  const kustomization = releaseImageTag(readFileSync(kustomizationFile, 'utf8'), version);
  console.log(`Name the image aigc-atlas:${version} in deploy/kubernetes/kustomization.yaml`);
  if (!isDryRun) writeFileSync(kustomizationFile, kustomization);
  run({ title: 'Commit', command: ['git', 'commit', '--all', '--quiet', '-m', `Release ${version}`] });
}

function buildArtifacts(): void {
  mkdirSync(join(packageRoot, releaseDirectory), { recursive: true });
  run(packStep);
  const sbom = `${releaseDirectory}/aigc-atlas-${version}.cdx.json`;
  console.log(`Copy the SBOM to ${sbom}`);
  if (!isDryRun) copyFileSync(join(packageRoot, 'dist', 'sbom.cdx.json'), join(packageRoot, sbom));
  if (spawnSync('docker', ['version'], { stdio: 'ignore' }).status === 0)
    run(imageStep(version, git('rev-parse', 'HEAD'), git('show', '-s', '--format=%cI', 'HEAD')));
  else console.log('Skip the image: no Docker engine responds. Build it later from the tag.');
}

/** Builds a release of the committed sources; if a step fails, the branch is as before. */
function release(): void {
  requireUnreleased();
  for (const step of checkSteps) run(step);
  const base = git('rev-parse', 'HEAD');
  try {
    commitVersion();
    buildArtifacts();
    run(tagStep(version));
  } catch (error) {
    // The tree was clean, so only the changes of this script are lost.
    if (!isDryRun) git('reset', '--quiet', '--hard', base);
    throw error;
  }
  console.log(`Publish it: git push --follow-tags && npm publish ${releaseDirectory}/aigc-atlas-${version}.tgz`);
}

orExit(release);
