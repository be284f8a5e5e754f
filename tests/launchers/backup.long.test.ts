import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sendQuery } from '../commands/send-query.js';
import { entity, writeDataset } from '../dataset/small-dataset.js';
import { codeBlocksOf } from '../conventions/markdown.js';
import { readProjectFile } from '../conventions/project-files.js';
import { waitForAddress, runAtlas } from '../setup/command-line.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';

const directory = createTemporaryDirectory();
const settings = { ATLAS_DATA_DIR: join(directory, '.atlas') };
const [backupScript = '', restoreScript = ''] = codeBlocksOf(readProjectFile('docs/operations.md'))
  .map(({ text }) => text)
  .filter((text) => text.includes('.atlas-backup'));

async function load(company: string): Promise<string> {
  const datasetDir = await writeDataset((files) => files['company']?.push(entity(company)));
  const command = runAtlas(['load', datasetDir, '--neo4j=local', '--json'], settings);
  expect(await command.ended).toBe(0);
  return command.output();
}

/** Starts a server without a load, and returns the hash of its data and its whole graph. */
async function readServerState(): Promise<unknown> {
  const server = runAtlas(['start', '--no-load', '--neo4j=local', '--port=0'], settings);
  const address = await waitForAddress(server);
  const hash = await sendQuery(address, '{ dataset { hash } }');
  const graph = await (await fetch(`${address}/export/graph.node-link.json`)).json();
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  return { hash, graph };
}

it('A backup made and restored with the commands of docs/operations.md preserves the data', async () => {
  const run = (script: string): string => execFileSync('sh', ['-euc', script], { cwd: directory, encoding: 'utf8' });
  await load('adobe');
  const stateBefore = await readServerState();
  run(backupScript);
  expect(await load('nvidia')).toContain('Company:nvidia');
  run(restoreScript);
  expect(await readServerState()).toEqual(stateBefore);
  expect(JSON.stringify(stateBefore)).toContain('Company:adobe');
});
