import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/neo4j/database.js';
import { launchNeo4j } from '../../src/launchers/launch-neo4j.js';
import { missingEngine, missingImage, neo4jImage } from '../../src/launchers/docker/engine.js';
import { projectOf } from '../../src/launchers/docker/start-docker.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const missing = (await missingEngine()) ?? (await missingImage(neo4jImage, () => undefined));
if (missing !== undefined) console.log(`Skipping the tests of the Docker launcher: ${missing}.`);

describe.skipIf(missing !== undefined)('a Neo4j in Docker', () => {
  const folder = temporaryFolder();
  const project = projectOf(folder);
  const lines: string[] = [];

  afterAll(() => {
    const volumes = docker('volume', 'ls', '-q', '--filter', `name=${project}_`).split('\n');
    docker('volume', 'rm', ...volumes);
  });

  function start(): Promise<RunningNeo4j> {
    const config = readConfig({ ATLAS_NEO4J: 'docker', ATLAS_DATA_DIR: folder });
    return launchNeo4j(config.neo4j, { say: (line) => lines.push(line), signal: new AbortController().signal });
  }

  it('starts from the compose file, leaves only its data when stopped, and has them after a restart', async () => {
    const first = await start();
    expect(first).toMatchObject({ launcher: 'docker', description: `${neo4jImage} in Docker at ${first.target.uri}` });
    expect(new URL(first.target.uri).hostname).toBe('127.0.0.1');
    expect(lines).toEqual([`Starting the container of ${neo4jImage} (data in the volume ${project}_neo4j-data)`]);

    const database = await openDatabase(first.target);
    const create = { name: 'keep', text: 'CREATE (:Kept {n: $n})', parameters: { n: 7n } };
    await database.write((transaction) => transaction.run(create));
    await database.close();
    await expect(start()).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    await first.stop();
    expect(docker('ps', '-aq', '--filter', `name=${project}`)).toBe('');

    const second = await start();
    expect(second.target.password).toBe(first.target.password);
    const again = await openDatabase(second.target);
    const rows = await again.read({ name: 'kept', text: 'MATCH (k:Kept) RETURN k.n AS n', parameters: {} });
    expect(rows).toEqual([{ n: 7 }]);
    await again.close();
    await second.stop();
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
    expect(await missingImage(image, () => undefined)).toMatch(
      /^the Docker engine cannot pull neo4j:no-such-version \(.+\)$/,
    );
  });
});

function docker(...words: string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8' }).trim();
}
