import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../commands/ask.js';
import { entity, writeDataset } from '../dataset/data-folder.js';
import { samplesOf } from '../house/fenced.js';
import { readProjectFile } from '../house/project-files.js';
import { addressOf, atlas } from '../setup/command-line.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const folder = temporaryFolder();
const settings = { ATLAS_DATA_DIR: join(folder, '.atlas') };
const [backUp = '', restore = ''] = samplesOf(readProjectFile('docs/operations.md'))
  .map(({ text }) => text)
  .filter((text) => text.includes('.atlas-backup'));

async function load(company: string): Promise<string> {
  const dir = await writeDataset((files) => files['company']?.push(entity(company)));
  const command = atlas(['load', dir, '--neo4j=local', '--json'], settings);
  expect(await command.ended).toBe(0);
  return command.output();
}

/** Starts a server without a load, and returns the hash of its data and its whole graph. */
async function answers(): Promise<unknown> {
  const server = atlas(['start', '--no-load', '--neo4j=local', '--port=0'], settings);
  const address = await addressOf(server);
  const hash = await ask(address, '{ dataset { hash } }');
  const graph = await (await fetch(`${address}/export/graph.node-link.json`)).json();
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  return { hash, graph };
}

it('A backup made and restored with the commands of docs/operations.md preserves the data', async () => {
  const run = (commands: string): string => execFileSync('sh', ['-euc', commands], { cwd: folder, encoding: 'utf8' });
  await load('adobe');
  const before = await answers();
  run(backUp);
  expect(await load('nvidia')).toContain('Company:nvidia');
  run(restore);
  expect(await answers()).toEqual(before);
  expect(JSON.stringify(before)).toContain('Company:adobe');
});
