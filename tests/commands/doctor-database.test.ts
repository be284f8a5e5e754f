import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '../../src/commands/doctor/check.js';
import { lockDirectory } from '../../src/launchers/directory-lock.js';
import { identifyProcess } from '../../src/launchers/processes.js';
import { entity, writeDataset } from '../dataset/small-dataset.js';
import { clearDatabase } from '../setup/clear-database.js';
import { runAtlas } from '../setup/command-line.js';
import { scratchNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

const scratch = scratchNeo4j();
const directory = createTemporaryDirectory();

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { uri, password } = scratch.target;
  const command = runAtlas(args, { NEO4J_URI: uri, NEO4J_PASSWORD: password, PORT: '0', ...environment });
  return { code: await command.ended, output: command.output(), errors: command.errors() };
}

/** Runs doctor; returns its exit code and its check of the database. */
async function runDoctor(dir: string) {
  const { code: exitCode, output } = await run(['doctor', dir, '--json']);
  const { checks } = JSON.parse(output) as { checks: Check[] };
  return { exitCode, ...checks.find(({ name }) => name === 'Database') };
}

/** Creates a node without this project's mark. */
async function createForeignNode(pattern: string): Promise<void> {
  const statement = { name: 'test', text: `CREATE ${pattern}`, parameters: {} };
  await scratch.database.write((transaction) => transaction.run(statement));
}

async function setVersion(dir: string, version: string): Promise<string> {
  const file = join(dir, 'dataset.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/version: .*/, `version: ${version}`));
  return dir;
}

describe('the check of the database by aigc-atlas doctor', () => {
  beforeEach(() => clearDatabase(scratch.target));

  it('finds an empty database', async () => {
    expect(await runDoctor(await writeDataset())).toMatchObject({
      ...{ exitCode: 0, state: 'ok' },
      found: expect.stringMatching(/: no data of this server; start loads the data files$/),
    });
  });

  it('finds the same data, and data of other applications', async () => {
    await createForeignNode('(:Person {name: "Ada"})');
    const dir = await writeDataset();
    await run(['load', dir]);
    expect(await runDoctor(dir)).toMatchObject({
      ...{ exitCode: 0, state: 'ok' },
      found: expect.stringMatching(
        /version 1\.0\.0 \(\w{12}\), the same as the data files; of other .*: 1 \(:Person\)/,
      ),
    });
  });

  it('warns of older data, and does not change them', async () => {
    await run(['load', await writeDataset()]);
    const newDir = await setVersion(await writeDataset((files) => files['company']?.push(entity('new'))), '1.1.0');
    expect(await runDoctor(newDir)).toMatchObject({
      ...{ exitCode: 0, state: 'warning' },
      found: expect.stringMatching(/version 1\.0\.0 .*differs from the data files.* Nodes: 1 to add, 1 to change\./),
      advice: expect.stringContaining('load --dry-run'),
    });
    const text = 'MATCH (d:Dataset) RETURN d.version AS version';
    expect(await scratch.database.read({ name: 'test', text, parameters: {} })).toEqual([{ version: '1.0.0' }]);
  });

  it('warns of newer data, which start keeps', async () => {
    await run([
      'load',
      await setVersion(await writeDataset((files) => files['company']?.push(entity('new'))), '9.0.0'),
    ]);
    expect(await runDoctor(await writeDataset())).toMatchObject({
      ...{ exitCode: 0, state: 'warning' },
      found: expect.stringMatching(/: Expected older data.*found version 9\.0\.0 .*, which is kept.*--force/),
    });
  });

  it('reports the graph of another model, which start would refuse', async () => {
    expect(await run(['load', '--model', 'tests/model/library'])).toMatchObject({ code: 0 });
    expect(await runDoctor(await setVersion(await writeDataset(), '99.0.0'))).toMatchObject({
      ...{ exitCode: 5, state: 'problem', code: 'DATABASE_FOREIGN' },
      found: expect.stringMatching(
        /found \d+ entities of types that the model does not declare, such as "\w+:.*--force/,
      ),
    });
  });

  it('reports unmarked data with names of the model', async () => {
    await createForeignNode('(:Company {id: "Company:mine"})');
    expect(await runDoctor(await writeDataset())).toMatchObject({
      ...{ exitCode: 5, state: 'problem', code: 'DATABASE_FOREIGN' },
      found: expect.stringMatching(/: Expected nodes and relations .* to carry its mark/),
    });
  });

  it('reports a wrong password without printing it', async () => {
    const { code, output } = await run(['doctor'], { NEO4J_PASSWORD: 'wrong4Password' });
    expect(code).toBe(5);
    expect(output).toMatch(/^problem {2}Database: Neo4j at .* refused the user "neo4j" .*Correct NEO4J_USERNAME and/m);
    expect(output).not.toContain('wrong4Password');
  });

  it('reads the Neo4j that another process runs in the data directory', async () => {
    const home = join(directory, 'neo4j');
    await mkdir(home);
    await writeFile(join(home, 'password'), scratch.target.password, { mode: 0o600 });
    const self = identifyProcess(process.pid);
    if (self === undefined) throw new Error('Expected to find the current process.');
    const lock = lockDirectory(home);
    lock.recordNeo4j(self, scratch.target.uri);
    const environment = { NEO4J_URI: '', ATLAS_DATA_DIR: directory };
    const { code, output } = await run(['doctor', '--neo4j', 'local'], environment);
    lock.release();
    expect(code).toBe(5);
    expect(output).toMatch(
      new RegExp(`^problem  Neo4j: The database in .* is used by process ${process.pid}\\. Stop`, 'm'),
    );
    expect(output).toMatch(/^ok {7}Database: Neo4j 5.*: no data of this server; start loads the data files/m);
    expect(output).not.toContain(scratch.target.password);
  });
});
