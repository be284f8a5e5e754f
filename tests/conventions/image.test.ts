import { expect, it } from 'vitest';
import { testedNodeVersions } from '../../scripts/package/node-versions.js';
import { imageStep } from '../../scripts/package/release-plan.js';
import { projectFiles, readProjectFile } from './project-files.js';

/** Files that are read only to launch Neo4j, which the image does not do. */
const launcherFiles = ['docker-compose.yml', 'maven', '.atlas'];

const [buildStage = '', runtimeStage = ''] = readProjectFile('Dockerfile')
  .split(/^FROM .*$/m)
  .slice(1);

/** The files that a stage of the Dockerfile copies, in order. */
function filesCopiedBy(stage: string): string[] {
  const copies = [...stage.matchAll(/^COPY (?:--from=\S+ )?(.+) \S+$/gm)];
  return copies.flatMap(([, names = '']) => names.split(' ').map((name) => name.replace('/app/', '')));
}

it('the image contains every project file that the server reads', () => {
  const sources = projectFiles().filter((path) => /^src\/.*(?<!\.test)\.ts$/.test(path));
  const readFiles = sources.flatMap((path) =>
    [...readProjectFile(path).matchAll(/join\(packageRoot, '([^']+)'/g)].map(([, name = '']) => name),
  );
  const copiedFiles = filesCopiedBy(runtimeStage);
  expect(readFiles).toContain('schema');
  expect(new Set(readFiles.filter((name) => !launcherFiles.includes(name) && !copiedFiles.includes(name)))).toEqual(
    new Set(),
  );
});

it('a change of the data alone neither installs nor builds again', () => {
  expect(filesCopiedBy(buildStage)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(\.|data)$/)]));
  expect(filesCopiedBy(runtimeStage).at(-1)).toBe('data');
});

it('the health check covers the process only, not Neo4j', () => {
  expect(/HEALTHCHECK[^]*?\n(?=\w)/.exec(runtimeStage)?.[0]).toMatch(/\/livez.*process\.exit\(r\.ok \? 0 : 1\)/);
});

it('the image has the newest of the tested versions of Node.js', () => {
  const bases = [...readProjectFile('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, name]) => name);
  expect(new Set(bases)).toEqual(new Set([`node:${testedNodeVersions.at(-1)}-slim`]));
});

it('the image is labeled with the arguments of a release', () => {
  const { license, repository } = JSON.parse(readProjectFile('package.json')) as {
    readonly license: string;
    readonly repository: { readonly url: string };
  };
  const { command } = imageStep('1.2.3', 'abc', '2026-02-03T04:05:06Z');
  const names = command.flatMap((part) => /^([A-Z]+)=/.exec(part)?.[1] ?? []);
  const labels = new Map(
    [...runtimeStage.matchAll(/org\.opencontainers\.image\.(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  for (const name of names) {
    expect(runtimeStage).toMatch(new RegExp(`^ARG ${name}$`, 'm'));
    expect(labels.get(name.toLowerCase())).toBe(`$${name}`);
  }
  expect(labels.get('licenses')).toBe(license);
  expect(repository.url).toBe(`git+${labels.get('source')}.git`);
});
