import { expect, it } from 'vitest';
import { entity, writeDataset } from '../dataset/data-folder.js';
import { address } from '../http/started-server.js';
import { atlas } from '../setup/command-line.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { ask } from './ask.js';

const folder = temporaryFolder();

it('A server with a local Neo4j serves data that a separate load command writes', async () => {
  const environment = { ATLAS_DATA_DIR: folder, PORT: '0' };
  const server = atlas(['start', '--neo4j=local', await writeDataset()], environment);
  const [, url = ''] = await server.waitFor(address);
  const trends = (): Promise<unknown> => ask(url, '{ trends { nodes { slug } } }');
  expect(await trends()).toMatchObject({ data: { trends: { nodes: [] } } });
  const next = await writeDataset((files) => files['trend']?.push(entity('growth')));
  const load = atlas(['load', '--neo4j=local', next], environment);
  expect(await load.ended).toBe(0);
  await expect.poll(trends).toMatchObject({ data: { trends: { nodes: [{ slug: 'growth' }] } } });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});
