import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atlas } from '../setup/command-line.js';
import { neo4jPidIn } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { address, statusOf } from './started-server.js';

describe('aigc-atlas start with the launcher for a local Neo4j', () => {
  const folder = temporaryFolder();

  it('restarts Neo4j when it is killed', async () => {
    const command = atlas(['start', '--neo4j', 'local'], { ATLAS_DATA_DIR: folder, PORT: '0' });
    const [, url = ''] = await command.waitFor(address);
    process.kill(neo4jPidIn(folder), 'SIGKILL');
    await command.waitFor(/Restarting it \(attempt 1 of 3\)/);
    await command.waitFor(/Neo4j is available again: ready/);
    await expect.poll(() => statusOf(url, '{ dataset { title } }')).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('\natlas_neo4j_restarts_total 1\n');
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('stops with an explanation when Neo4j exits for the fourth time', async () => {
    const command = atlas(['start', '--neo4j', 'local'], { ATLAS_DATA_DIR: folder, PORT: '0' });
    await command.waitFor(address);
    for (const restart of [1, 2, 3]) {
      process.kill(neo4jPidIn(folder), 'SIGKILL');
      await command.waitFor(new RegExp(`(?:is available again: ready[^]*){${restart}}`));
    }
    process.kill(neo4jPidIn(folder), 'SIGKILL');
    expect(await command.ended).toBe(5);
    expect(command.errors()).toMatch(/Neo4j has exited unexpectedly; its log is \S+; it was restarted 3 times/);
    expect(existsSync(join(folder, 'neo4j', 'in-use.json'))).toBe(false);
  });
});
