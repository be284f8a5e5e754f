import { expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.js';

/** Read only where a Neo4j is started, which is not what the image does. */
const startsNeo4j = ['docker-compose.yml', 'maven', '.atlas'];

const [build = '', image = ''] = readProjectFile('Dockerfile')
  .split(/^FROM .*$/m)
  .slice(1);

/** What a stage of the Dockerfile copies, in order. */
function copiedBy(stage: string): string[] {
  const copies = [...stage.matchAll(/^COPY (?:--from=\S+ )?(.+) \S+$/gm)];
  return copies.flatMap(([, names = '']) => names.split(' ').map((name) => name.replace('/app/', '')));
}

it('puts everything that the server reads from the project into the image', () => {
  const sources = projectFiles().filter((path) => /^src\/.*(?<!\.test)\.ts$/.test(path));
  const read = sources.flatMap((path) =>
    [...readProjectFile(path).matchAll(/join\(packageRoot, '([^']+)'/g)].map(([, name = '']) => name),
  );
  const copied = copiedBy(image);
  expect(read).toContain('schema');
  expect(new Set(read.filter((name) => !startsNeo4j.includes(name) && !copied.includes(name)))).toEqual(new Set());
});

it('neither installs nor builds again where only the data have changed', () => {
  expect(copiedBy(build)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(\.|data)$/)]));
  expect(copiedBy(image).at(-1)).toBe('data');
});

it('takes for healthy a process that answers, whatever Neo4j does', () => {
  expect(/HEALTHCHECK[^]*?\n(?=\w)/.exec(image)?.[0]).toMatch(/\/livez.*process\.exit\(r\.ok \? 0 : 1\)/);
});
