import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { missingEngine, missingImage, neo4jImage } from '../../src/launchers/docker/engine.js';
import { projectOf } from '../../src/launchers/docker/start-docker.js';
import { ask } from '../commands/ask.js';
import { addressOf, atlas, messagesOf } from '../setup/command-line.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const missing = (await missingEngine()) ?? (await missingImage(neo4jImage, () => undefined));
if (missing !== undefined) console.log(`Skipping the test of a killed container: ${missing}.`);

describe.skipIf(missing !== undefined)('a server whose Neo4j runs in Docker', () => {
  const folder = temporaryFolder();
  const project = projectOf(folder);
  const container = (): string => docker('ps', '-q', '--filter', `name=${project}`);

  afterAll(() => {
    const left = docker('ps', '-aq', '--filter', `name=${project}`).split('\n').filter(Boolean);
    if (left.length > 0) docker('rm', '--force', ...left);
    docker('volume', 'rm', ...docker('volume', 'ls', '-q', '--filter', `name=${project}_`).split('\n'));
  });

  it('restarts a killed container three times, then exits with an error', async () => {
    const server = atlas(['start', '--neo4j=docker', '--port=0'], { ATLAS_DATA_DIR: folder });
    const address = await addressOf(server);
    for (const time of [1, 2, 3]) {
      docker('kill', container());
      await server.waitFor(new RegExp(`attempt ${time} of 3[^]*Neo4j is available again: ready`));
      expect(await ask(address)).toMatchObject({ data: { dataset: { version: expect.any(String) } } });
    }
    docker('kill', container());
    expect(await server.ended).toBe(5);
    expect(messagesOf(server.errors())).toMatch(
      /The Neo4j container has exited; it was restarted 3 times\. Restart the server\.\n$/,
    );
    expect(container()).toBe('');
  });
});

function docker(...words: string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8' }).trim();
}
