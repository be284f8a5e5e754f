import { expect, it } from 'vitest';
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
