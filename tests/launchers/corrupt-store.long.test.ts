import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runAtlas } from '../setup/command-line.js';
import { startLocalNeo4j } from '../setup/local-neo4j.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

describe('a database directory with random bytes in the files of', () => {
  const directory = createTemporaryDirectory();

  beforeAll(async () => {
    const { neo4j } = await startLocalNeo4j(directory);
    await neo4j.stop();
  });

  it.each([
    ['the graph', 'neo4j', 'debug.log'],
    ['the users', 'system', 'console.log'],
  ])("%s is rejected with Neo4j's error message and the directory to restore or remove", async (_, database, log) => {
    const dataDir = join(directory, `broken-${database}`);
    const home = join(dataDir, 'neo4j');
    cpSync(join(directory, 'neo4j'), home, { recursive: true });
    overwriteFiles(join(home, 'data', 'databases', database));
    const command = runAtlas(['with-neo4j', '--neo4j=local', 'true'], { ATLAS_DATA_DIR: dataDir });
    expect(await command.ended).toBe(5);
    expect(command.errors()).toMatch(
      new RegExp(
        `^Neo4j cannot open its data in ${home} \\(".+"\\)\\. Restore that directory from a backup, or remove it to have ` +
          `the database created and loaded again\\. Neo4j's log is ${join(home, 'logs', log)}\\.\n$`,
      ),
    );
    // The launcher neither waits for a timeout nor retries without the class archive.
    expect(command.output().match(/Starting Neo4j/g)).toHaveLength(1);
  });
});

function overwriteFiles(directory: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const file = join(directory, name);
    const stats = statSync(file);
    if (stats.isFile()) writeFileSync(file, randomBytes(stats.size));
  }
}
