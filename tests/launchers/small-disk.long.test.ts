import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountSmallDisk } from '../../scripts/chaos/small-disk.js';
import { writeDataset } from '../dataset/small-dataset.js';
import { runAtlas } from '../setup/command-line.js';
import { readNeo4jPid, startLocalNeo4j } from '../setup/local-neo4j.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

const directory = createTemporaryDirectory();
const smallDirectory = join(directory, 'small');
mkdirSync(smallDirectory);
const disk = mountSmallDisk(smallDirectory, '60m');

describe.skipIf(disk.unavailableReason !== undefined)('a disk with little free space', () => {
  beforeAll(async () => {
    const { neo4j } = await startLocalNeo4j(directory);
    await neo4j.stop();
  });
  afterAll(() => disk.remove());

  it('is rejected for a new database, with the required and the available space', async () => {
    await expect(startLocalNeo4j(join(smallDirectory, 'new'))).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringMatching(
        /^The disk of \S+small\/new\/neo4j has too little space \(300 MB are needed for the database, \d\d MB are free\)/,
      ),
    });
  });

  it('is sufficient for an existing database, even after its Neo4j is killed', async () => {
    cpSync(join(directory, 'neo4j'), join(smallDirectory, 'neo4j'), { recursive: true });
    const environment = { ATLAS_DATA_DIR: smallDirectory, PORT: '0' };
    const server = runAtlas(['start', '--neo4j=local', await writeDataset()], environment);
    await server.waitFor(/Ctrl-C/);
    process.kill(readNeo4jPid(smallDirectory), 'SIGKILL');
    await server.waitFor(/Neo4j is available again: ready/);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('is rejected if it is full', async () => {
    disk.fill();
    await expect(startLocalNeo4j(smallDirectory)).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining('10 MB are needed for the database, 0 MB are free'),
    });
  });
});
