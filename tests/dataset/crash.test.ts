import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { openDatabase, type Transaction } from '../../src/neo4j/database.js';
import { startProxy } from '../http/proxy.js';
import { atlas } from '../setup/command-line.js';
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

beforeAll(async () => {
  await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
  before = await graphIn(neo4j.database);
});
afterEach(async () => {
  await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
});

describe('a load that ends in the middle leaves the old graph', () => {
  it.each(['entities removed', 'entities changed', 'entities added', 'relations added'])(
    'when it fails after %s',
    async (last) => {
      const onProgress = ({ phase }: { phase: string }): void => {
        if (phase === last) throw new Error('power cut');
      };
      const load = loadDataset(neo4j.database, projectModel(), await readSmallDataset(change), { onProgress });
      await expect(load).rejects.toThrow('power cut');
      expect(await graphIn(neo4j.database)).toEqual(before);
    },
  );

  it('when somebody ends its transaction', async () => {
    const ended = { ...neo4j.database, write: <T>(work: (transaction: Transaction) => Promise<T>) => endedIn(work) };
    await expect(loadDataset(ended, projectModel(), await readSmallDataset(change))).rejects.toMatchObject({
      message: expect.stringMatching(/terminated/i),
    });
    expect(await graphIn(neo4j.database)).toEqual(before);
  });

  it('when its process is killed, and the next load goes through', async () => {
    const { uri, username, password } = neo4j.target;
    const environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
    // Its last step, which adds a relation, waits for an id that another transaction holds.
    const hold = holdWith("CREATE ()-[:DEVELOPS {id: 'DEVELOPS:adobe:dall-e'}]->()");
    await hold.isHeld;
    const loader = atlas(['load', await writeDataset(change)], environment);
    await expect.poll(stateOfLoad).toEqual([expect.stringMatching(/^Blocked/)]);
    loader.child.kill('SIGKILL');
    expect(await loader.ended).toBe('SIGKILL');
    await hold.release();
    expect(await graphIn(neo4j.database)).toEqual(before);
    expect(await loadDataset(neo4j.database, projectModel(), await readSmallDataset(change))).toMatchObject({
      unchanged: false,
    });
  });
});

describe('a load whose connections are cut in the middle', () => {
  // What comes of it when none can be opened again is in database-killed.long.test.ts, because the driver tries long.
  it('begins again on a new one, and ends in the new graph', async () => {
    const proxy = await startProxy(neo4j.target.uri);
    const database = await openDatabase({ ...neo4j.target, uri: `bolt://127.0.0.1:${proxy.port}` });
    onTestFinished(async () => {
      await database.close();
      await proxy.close();
    });
    const begun: string[] = [];
    await loadDataset(database, projectModel(), await readSmallDataset(change), {
      onProgress: ({ phase }) => {
        if (phase === 'relations added' && !begun.includes(phase)) proxy.cut();
        begun.push(phase);
      },
    });
    expect(begun.filter((phase) => phase === 'entities removed').length).toBeGreaterThan(1);
    expect(await loadDataset(neo4j.database, projectModel(), await readSmallDataset(change))).toMatchObject({
      unchanged: true,
    });
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

/** Holds what a statement writes, until the transaction is released and undone. */
function holdWith(text: string): { readonly isHeld: Promise<void>; release(): Promise<void> } {
  let letGo: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (letGo = resolve));
  let tellHeld: () => void = () => undefined;
  const isHeld = new Promise<void>((resolve) => (tellHeld = resolve));
  const undone = neo4j.database.write(async (transaction) => {
    await transaction.run({ name: 'test/hold', text, parameters: {} });
    tellHeld();
    await over;
    throw new Error('undone');
  });
  const release = async (): Promise<void> => {
    letGo();
    await expect(undone).rejects.toThrow('undone');
  };
  return { isHeld, release };
}

/** What Neo4j says of the statements that add relations, the last ones of a load. */
async function stateOfLoad(): Promise<unknown[]> {
  const text = `
    SHOW TRANSACTIONS YIELD status, currentQuery
    WHERE currentQuery STARTS WITH '// Purpose: add relations'
    RETURN status`;
  return (await neo4j.database.read({ name: 'test/state', text, parameters: {} })).map(({ status }) => status);
}

describe('loads at the same time', () => {
  it('wait for each other and end in one of their states', async () => {
    await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
    const [old, changed] = [await readSmallDataset(), await readSmallDataset(change)];
    await Promise.all(
      [old, changed, old, changed].map((dataset) => loadDataset(neo4j.database, projectModel(), dataset)),
    );
    const dryRuns = [old, changed].map((dataset) =>
      loadDataset(neo4j.database, projectModel(), dataset, { dryRun: true }),
    );
    expect((await Promise.all(dryRuns)).filter(({ unchanged }) => unchanged)).toHaveLength(1);
  });
});
