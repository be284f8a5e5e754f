import { expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.js';

/** Read only where a Neo4j is started, which is not what the image does. */
const startsNeo4j = ['docker-compose.yml', 'maven', '.atlas'];

it('puts everything that the server reads from the project into the image', () => {
  const sources = projectFiles().filter((path) => /^src\/.*(?<!\.test)\.ts$/.test(path));
  const read = sources.flatMap((path) =>
    [...readProjectFile(path).matchAll(/join\(packageRoot, '([^']+)'/g)].map(([, name = '']) => name),
  );
  const copied = [...readProjectFile('Dockerfile').matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(
    ([, name]) => name,
  );
  expect(read).toContain('schema');
  expect(new Set(read.filter((name) => !startsNeo4j.includes(name) && !copied.includes(name)))).toEqual(new Set());
});
