import { expect, it } from 'vitest';
import { entity, writeDataset } from '../dataset/small-dataset.js';
import { addressPattern } from '../http/started-server.js';
import { runAtlas } from '../setup/command-line.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { sendQuery } from './send-query.js';

const directory = createTemporaryDirectory();

it('A server with a local Neo4j serves data that a separate load command writes', async () => {
  const environment = { ATLAS_DATA_DIR: directory, PORT: '0' };
  const server = runAtlas(['start', '--neo4j=local', await writeDataset()], environment);
  const [, url = ''] = await server.waitFor(addressPattern);
  const readTrends = (): Promise<unknown> => sendQuery(url, '{ trends { nodes { slug } } }');
  expect(await readTrends()).toMatchObject({ data: { trends: { nodes: [] } } });
  const nextDir = await writeDataset((files) => files['trend']?.push(entity('growth')));
  const load = runAtlas(['load', '--neo4j=local', nextDir], environment);
  expect(await load.ended).toBe(0);
  await expect.poll(readTrends).toMatchObject({ data: { trends: { nodes: [{ slug: 'growth' }] } } });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});
