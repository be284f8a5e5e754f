import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf, runAtlas } from '../setup/command-line.js';
import { readNeo4jPid } from '../setup/local-neo4j.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { addressPattern, readStatus } from './started-server.js';

describe('aigc-atlas start with the launcher for a local Neo4j', () => {
  const directory = createTemporaryDirectory();

  it('restarts Neo4j when it is killed', async () => {
    const command = runAtlas(['start', '--neo4j', 'local'], { ATLAS_DATA_DIR: directory, PORT: '0' });
    const [, url = ''] = await command.waitFor(addressPattern);
    process.kill(readNeo4jPid(directory), 'SIGKILL');
    const [line] = await command.waitFor(/^.*Restarting it \(attempt 1 of 3\).*$/m);
    expect(messagesOf(line)).toMatch(/^Neo4j has exited unexpectedly; its log is \S+\. Restarting it/);
    expect(JSON.parse(line)).toMatchObject({ level: 40 }); // warn
    await command.waitFor(/Neo4j is available again: ready/);
    await expect.poll(() => readStatus(url, '{ dataset { title } }')).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('\natlas_neo4j_restarts_total 1\n');
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('stops with an explanation when Neo4j exits for the fourth time', async () => {
    const command = runAtlas(['start', '--neo4j', 'local'], { ATLAS_DATA_DIR: directory, PORT: '0' });
    await command.waitFor(addressPattern);
    for (const restart of [1, 2, 3]) {
      process.kill(readNeo4jPid(directory), 'SIGKILL');
      await command.waitFor(new RegExp(`(?:is available again: ready[^]*){${restart}}`));
    }
    process.kill(readNeo4jPid(directory), 'SIGKILL');
    expect(await command.ended).toBe(5);
    expect(command.errors()).toMatch(/Neo4j has exited unexpectedly; its log is \S+; it was restarted 3 times/);
    expect(existsSync(join(directory, 'neo4j', 'in-use.json'))).toBe(false);
  });
});
