import { expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.js';

/** Files that are read only to launch Neo4j, which the image does not do. */
const startsNeo4j = ['docker-compose.yml', 'maven', '.atlas'];

const [build = '', image = ''] = readProjectFile('Dockerfile')
  .split(/^FROM .*$/m)
  .slice(1);

/** The files that a stage of the Dockerfile copies, in order. */
function copiedBy(stage: string): string[] {
  const copies = [...stage.matchAll(/^COPY (?:--from=\S+ )?(.+) \S+$/gm)];
  return copies.flatMap(([, names = '']) => names.split(' ').map((name) => name.replace('/app/', '')));
}

it('the image contains every project file that the server reads', () => {
  const sources = projectFiles().filter((path) => /^src\/.*(?<!\.test)\.ts$/.test(path));
  const read = sources.flatMap((path) =>
    [...readProjectFile(path).matchAll(/join\(packageRoot, '([^']+)'/g)].map(([, name = '']) => name),
  );
  const copied = copiedBy(image);
  expect(read).toContain('schema');
  expect(new Set(read.filter((name) => !startsNeo4j.includes(name) && !copied.includes(name)))).toEqual(new Set());
});

it('a change of the data alone neither installs nor builds again', () => {
  expect(copiedBy(build)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(\.|data)$/)]));
  expect(copiedBy(image).at(-1)).toBe('data');
});

it('the health check covers the process only, not Neo4j', () => {
  expect(/HEALTHCHECK[^]*?\n(?=\w)/.exec(image)?.[0]).toMatch(/\/livez.*process\.exit\(r\.ok \? 0 : 1\)/);
});
