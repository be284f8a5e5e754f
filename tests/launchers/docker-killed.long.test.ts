import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { findEngineProblem, ensureImage, neo4jImage } from '../../src/launchers/docker/engine.js';
import { projectNameOf } from '../../src/launchers/docker/start-docker.js';
import { sendQuery } from '../commands/send-query.js';
import { waitForAddress, runAtlas, messagesOf } from '../setup/command-line.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

const missingReason = (await findEngineProblem()) ?? (await ensureImage(neo4jImage, () => undefined));
if (missingReason !== undefined) console.log(`Skipping the test of a killed container: ${missingReason}.`);

describe.skipIf(missingReason !== undefined)('a server whose Neo4j runs in Docker', () => {
  const directory = createTemporaryDirectory();
  const project = projectNameOf(directory);
  const findContainer = (): string => runDocker('ps', '-q', '--filter', `name=${project}`);

  afterAll(() => {
    const containers = runDocker('ps', '-aq', '--filter', `name=${project}`).split('\n').filter(Boolean);
    if (containers.length > 0) runDocker('rm', '--force', ...containers);
    runDocker('volume', 'rm', ...runDocker('volume', 'ls', '-q', '--filter', `name=${project}_`).split('\n'));
  });

  it('restarts a killed container three times, then exits with an error', async () => {
    const server = runAtlas(['start', '--neo4j=docker', '--port=0'], { ATLAS_DATA_DIR: directory });
    const address = await waitForAddress(server);
    for (const attempt of [1, 2, 3]) {
      runDocker('kill', findContainer());
      await server.waitFor(new RegExp(`attempt ${attempt} of 3[^]*Neo4j is available again: ready`));
      expect(await sendQuery(address)).toMatchObject({ data: { dataset: { version: expect.any(String) } } });
    }
    runDocker('kill', findContainer());
    expect(await server.ended).toBe(5);
    expect(messagesOf(server.errors())).toMatch(
      /The Neo4j container has exited; it was restarted 3 times\. Restart the server\.\n$/,
    );
    expect(findContainer()).toBe('');
  });
});

function runDocker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8' }).trim();
}
