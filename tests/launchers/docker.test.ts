import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/neo4j/database.js';
import { launchNeo4j } from '../../src/launchers/launch-neo4j.js';
import { findEngineProblem, ensureImage, neo4jImage } from '../../src/launchers/docker/engine.js';
import { projectNameOf } from '../../src/launchers/docker/start-docker.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

const missingReason = (await findEngineProblem()) ?? (await ensureImage(neo4jImage, () => undefined));
if (missingReason !== undefined) console.log(`Skipping the tests of the Docker launcher: ${missingReason}.`);

describe.skipIf(missingReason !== undefined)('a Neo4j in Docker', () => {
  const directory = createTemporaryDirectory();
  const project = projectNameOf(directory);
  const lines: string[] = [];

  afterAll(() => {
    const volumes = runDocker('volume', 'ls', '-q', '--filter', `name=${project}_`).split('\n');
    runDocker('volume', 'rm', ...volumes);
  });

  function start(): Promise<RunningNeo4j> {
    const config = readConfig({ ATLAS_NEO4J: 'docker', ATLAS_DATA_DIR: directory });
    return launchNeo4j(config.neo4j, { report: (line) => lines.push(line), signal: new AbortController().signal });
  }

  it('starts from the compose file, leaves only its data when stopped, and has them after a restart', async () => {
    const firstNeo4j = await start();
    expect(firstNeo4j).toMatchObject({
      launcher: 'docker',
      description: `${neo4jImage} in Docker at ${firstNeo4j.target.uri}`,
    });
    expect(new URL(firstNeo4j.target.uri).hostname).toBe('127.0.0.1');
    expect(lines).toEqual([`Starting the container of ${neo4jImage} (data in the volume ${project}_neo4j-data)`]);

    const firstDatabase = await openDatabase(firstNeo4j.target);
    const create = { name: 'keep', text: 'CREATE (:Kept {n: $n})', parameters: { n: 7n } };
    await firstDatabase.write((transaction) => transaction.run(create));
    await firstDatabase.close();
    await expect(start()).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    await firstNeo4j.stop();
    expect(runDocker('ps', '-aq', '--filter', `name=${project}`)).toBe('');

    const secondNeo4j = await start();
    expect(secondNeo4j.target.password).toBe(firstNeo4j.target.password);
    const secondDatabase = await openDatabase(secondNeo4j.target);
    const rows = await secondDatabase.read({ name: 'kept', text: 'MATCH (k:Kept) RETURN k.n AS n', parameters: {} });
    expect(rows).toEqual([{ n: 7 }]);
    await secondDatabase.close();
    await secondNeo4j.stop();
  });

  it('requires its generated password', async () => {
    const neo4j = await start();
    expect(neo4j.target.password).toMatch(/^[\w-]{32}$/);
    await expect(openDatabase({ ...neo4j.target, password: 'neo4j' })).rejects.toMatchObject({
      code: 'DATABASE_REFUSED',
    });
    await neo4j.stop();
  });

  it('reports why the engine cannot pull an image', async () => {
    const image = 'neo4j:no-such-version';
    expect(await ensureImage(image, () => undefined)).toMatch(
      /^the Docker engine cannot pull neo4j:no-such-version \(.+\)$/,
    );
  });
});

function runDocker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8' }).trim();
}
