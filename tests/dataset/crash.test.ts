import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { openDatabase, type Transaction } from '../../src/neo4j/database.js';
import { startProxy } from '../http/proxy.js';
import { runAtlas } from '../setup/command-line.js';
import { scratchNeo4j } from '../setup/databases.js';
import { type DataFiles, entity, readSmallDataset, relation, writeDataset } from './small-dataset.js';
import { alter, readGraph, type StoredGraph } from './stored-graph.js';

const neo4j = scratchNeo4j();
let before: StoredGraph;

/** Adds and removes entities and relations. */
function change(files: DataFiles): void {
  files['company']?.push(entity('adobe'));
  files['tool']?.splice(1);
  files['relation/develops']?.push(relation('adobe', 'dall-e', { note: { en: 'Unknown.' } }));
  files['relation/feeds']?.splice(0);
}

beforeAll(async () => {
  await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
  before = await readGraph(neo4j.database);
});
afterEach(async () => {
  await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
});

describe('An interrupted load leaves the graph unchanged', () => {
  it.each(['entities removed', 'entities changed', 'entities added', 'relations added'])(
    'when it fails after %s',
    async (failingPhase) => {
      const onProgress = ({ phase }: { phase: string }): void => {
        if (phase === failingPhase) throw new Error('power cut');
      };
      const load = loadDataset(neo4j.database, projectModel(), await readSmallDataset(change), { onProgress });
      await expect(load).rejects.toThrow('power cut');
      expect(await readGraph(neo4j.database)).toEqual(before);
    },
  );

  it('when its transaction is terminated', async () => {
    const terminatedDatabase = {
      ...neo4j.database,
      write: <T>(work: (transaction: Transaction) => Promise<T>) => writeAndTerminate(work),
    };
    await expect(loadDataset(terminatedDatabase, projectModel(), await readSmallDataset(change))).rejects.toMatchObject(
      {
        message: expect.stringMatching(/terminated/i),
      },
    );
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it('when its process is killed, and the next load succeeds', async () => {
    const { uri, username, password } = neo4j.target;
    const environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
    // Its last step adds a relation and waits for a lock on the relation's id, which another transaction holds.
    const hold = holdLocks("CREATE ()-[:DEVELOPS {id: 'DEVELOPS:adobe:dall-e'}]->()");
    await hold.held;
    const loader = runAtlas(['load', await writeDataset(change)], environment);
    await expect.poll(readLoadStatuses).toEqual([expect.stringMatching(/^Blocked/)]);
    loader.child.kill('SIGKILL');
    expect(await loader.ended).toBe('SIGKILL');
    await hold.release();
    expect(await readGraph(neo4j.database)).toEqual(before);
    expect(await loadDataset(neo4j.database, projectModel(), await readSmallDataset(change))).toMatchObject({
      unchanged: false,
    });
  });
});

describe('A load whose connections are cut', () => {
  // database-killed.long.test.ts tests a load that cannot reconnect: the driver retries for a long time.
  it('is retried on a new connection and succeeds', async () => {
    const proxy = await startProxy(neo4j.target.uri);
    const database = await openDatabase({ ...neo4j.target, uri: `bolt://127.0.0.1:${proxy.port}` });
    onTestFinished(async () => {
      await database.close();
      await proxy.close();
    });
    const phases: string[] = [];
    await loadDataset(database, projectModel(), await readSmallDataset(change), {
      onProgress: ({ phase }) => {
        if (phase === 'relations added' && !phases.includes(phase)) proxy.cut();
        phases.push(phase);
      },
    });
    expect(phases.filter((phase) => phase === 'entities removed').length).toBeGreaterThan(1);
    expect(await loadDataset(neo4j.database, projectModel(), await readSmallDataset(change))).toMatchObject({
      unchanged: true,
    });
  });
});

/** Runs the work in a transaction that another session terminates before the work adds entities. */
function writeAndTerminate<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
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

/** Holds the locks of a write statement until `release`, which rolls its transaction back. */
function holdLocks(text: string): { readonly held: Promise<void>; release(): Promise<void> } {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let signalHeld: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (signalHeld = resolve));
  const rolledBack = neo4j.database.write(async (transaction) => {
    await transaction.run({ name: 'test/hold', text, parameters: {} });
    signalHeld();
    await finished;
    throw new Error('undone');
  });
  const release = async (): Promise<void> => {
    finish();
    await expect(rolledBack).rejects.toThrow('undone');
  };
  return { held, release };
}

/** Returns Neo4j's status of the statements that add relations, the last step of a load. */
async function readLoadStatuses(): Promise<unknown[]> {
  const text = `
    SHOW TRANSACTIONS YIELD status, currentQuery
    WHERE currentQuery STARTS WITH '// Purpose: add relations'
    RETURN status`;
  return (await neo4j.database.read({ name: 'test/state', text, parameters: {} })).map(({ status }) => status);
}

describe('Concurrent loads', () => {
  it('are serialized and end with the data of one of them', async () => {
    await alter(neo4j.database, 'MATCH (n) DETACH DELETE n');
    const [original, changed] = [await readSmallDataset(), await readSmallDataset(change)];
    await Promise.all(
      [original, changed, original, changed].map((dataset) => loadDataset(neo4j.database, projectModel(), dataset)),
    );
    const dryRuns = [original, changed].map((dataset) =>
      loadDataset(neo4j.database, projectModel(), dataset, { dryRun: true }),
    );
    expect((await Promise.all(dryRuns)).filter(({ unchanged }) => unchanged)).toHaveLength(1);
  });
});
