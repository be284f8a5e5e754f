import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Transaction } from '../../src/neo4j/database.js';
import { scratchNeo4j } from '../setup/databases.js';
import { type DataFiles, entity, readSmallDataset, relation, writeDataset } from './data-folder.js';
import { alter, graphIn, type GraphSeen } from './graph.js';

const neo4j = scratchNeo4j();
let before: GraphSeen;

/** Adds, changes and removes a little of everything. */
function change(files: DataFiles): void {
  files['company']?.push(entity('adobe'));
  files['tool']?.splice(1);
  files['relation/develops']?.push(relation('adobe', 'dall-e'));
  files['relation/feeds']?.splice(0);
}

beforeEach(async () => {
  await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
  await loadDataset(neo4j.database, await readSmallDataset());
  before = await graphIn(neo4j.database);
});

describe('a load that ends in the middle leaves the old graph', () => {
  it.each(['entities removed', 'entities changed', 'entities added', 'relations added'])(
    'when it fails after %s',
    async (last) => {
      const onProgress = ({ phase }: { phase: string }): void => {
        if (phase === last) throw new Error('power cut');
      };
      const load = loadDataset(neo4j.database, await readSmallDataset(change), { onProgress });
      await expect(load).rejects.toThrow('power cut');
      expect(await graphIn(neo4j.database)).toEqual(before);
    },
  );

  it('when somebody ends its transaction', async () => {
    const ended = { ...neo4j.database, write: <T>(work: (transaction: Transaction) => Promise<T>) => endedIn(work) };
    await expect(loadDataset(ended, await readSmallDataset(change))).rejects.toMatchObject({
      message: expect.stringMatching(/terminated/i),
    });
    expect(await graphIn(neo4j.database)).toEqual(before);
  });

  it('when its process is killed, and the next load goes through', async () => {
    const { uri, username, password } = neo4j.target;
    const script = fileURLToPath(new URL('load-and-stop.ts', import.meta.url));
    const args = ['--import', 'tsx', script, uri, username, password, await writeDataset(change)];
    const loader = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(loader.stdout, 'data');
    loader.kill('SIGKILL');
    await once(loader, 'exit');
    expect(await graphIn(neo4j.database)).toEqual(before);
    expect(await loadDataset(neo4j.database, await readSmallDataset(change))).toMatchObject({ unchanged: false });
  });
});

/** Does the work in a transaction that a second session terminates when the work comes to add entities. */
function endedIn<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const terminate = `
    SHOW TRANSACTIONS YIELD transactionId, metaData WHERE metaData.query = 'write'
    TERMINATE TRANSACTIONS transactionId YIELD message
    RETURN message`;
  return neo4j.database.write((transaction) =>
    work({
      run: async (statement) => {
        if (statement.name === 'dataset/add-nodes') {
          await neo4j.database.read({ name: 'test/terminate', text: terminate, parameters: {} });
        }
        return transaction.run(statement);
      },
    }),
  );
}

describe('loads at the same time', () => {
  it('wait for each other and end in one of their states', async () => {
    await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
    const [old, changed] = [await readSmallDataset(), await readSmallDataset(change)];
    await Promise.all([old, changed, old, changed].map((dataset) => loadDataset(neo4j.database, dataset)));
    const dryRuns = [old, changed].map((dataset) => loadDataset(neo4j.database, dataset, { dryRun: true }));
    expect((await Promise.all(dryRuns)).filter(({ unchanged }) => unchanged)).toHaveLength(1);
  });
});
