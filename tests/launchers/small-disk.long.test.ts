import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallDisk } from '../../scripts/chaos/small-disk.js';
import { writeDataset } from '../dataset/data-folder.js';
import { atlas } from '../setup/command-line.js';
import { neo4jPidIn, startLocalIn } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const folder = temporaryFolder();
const small = join(folder, 'small');
mkdirSync(small);
const disk = smallDisk(small, '60m');

describe.skipIf(disk.missing !== undefined)('a disk with little free space', () => {
  beforeAll(async () => {
    const { neo4j } = await startLocalIn(folder);
    await neo4j.stop();
  });
  afterAll(() => disk.remove());

  it('is rejected for a new database, with the required and the available space', async () => {
    await expect(startLocalIn(join(small, 'new'))).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringMatching(
        /^The disk of \S+small\/new\/neo4j has too little space \(300 MB are needed for the database, \d\d MB are free\)/,
      ),
    });
  });

  it('is sufficient for an existing database, even after its Neo4j is killed', async () => {
    cpSync(join(folder, 'neo4j'), join(small, 'neo4j'), { recursive: true });
    const environment = { ATLAS_DATA_DIR: small, PORT: '0' };
    const server = atlas(['start', '--neo4j=local', await writeDataset()], environment);
    await server.waitFor(/Ctrl-C/);
    process.kill(neo4jPidIn(small), 'SIGKILL');
    await server.waitFor(/Neo4j is available again: ready/);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('is rejected if it is full', async () => {
    disk.fill();
    await expect(startLocalIn(small)).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining('10 MB are needed for the database, 0 MB are free'),
    });
  });
});
