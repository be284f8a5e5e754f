import { describe, expect, it } from 'vitest';
import { atlas, runCommand } from '../setup/command-line.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

describe('aigc-atlas start', () => {
  const folder = temporaryFolder();

  it('stops a Neo4j that is still starting when it is interrupted', async () => {
    const command = atlas(['start', '--neo4j=local'], { ATLAS_DATA_DIR: folder, PORT: '0' });
    await command.waitFor(/Starting Neo4j/);
    command.child.kill('SIGINT');
    expect(await command.ended).toBe(130);
    expect(await runCommand('pgrep', ['-f', folder], {}).ended).toBe(1);
  });
});
