import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAtlas, runCommand, waitForAddress } from '../setup/command-line.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

describe('aigc-atlas start', () => {
  const directory = createTemporaryDirectory();

  it('stops a Neo4j that is still starting when it is interrupted', async () => {
    const command = runAtlas(['start', '--neo4j=local'], { ATLAS_DATA_DIR: directory, PORT: '0' });
    await command.waitFor(/Starting Neo4j/);
    command.child.kill('SIGINT');
    expect(await command.ended).toBe(130);
    expect(await runCommand('pgrep', ['-f', directory], {}).ended).toBe(1);
  });

  it('stops a Neo4j that it is restarting when it is stopped', async () => {
    const command = runAtlas(['start', '--neo4j=local'], { ATLAS_DATA_DIR: directory, PORT: '0' });
    await waitForAddress(command);
    await runCommand('pkill', ['-KILL', '-f', `java.*${directory}`], {}).ended;
    await command.waitFor(/Restarting it[^]*Starting Neo4j/);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
    expect(await runCommand('pgrep', ['-f', directory], {}).ended).toBe(1);
    expect(existsSync(join(directory, 'neo4j', 'in-use.json'))).toBe(false);
  });
});
