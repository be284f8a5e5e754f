import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { projectModel } from '../../src/model/project-model.js';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import { readSmallDataset, recordOf } from '../dataset/small-dataset.js';
import { alter } from '../dataset/stored-graph.js';
import { httpServer, type HttpServer } from '../http/http-server.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { startClients, type Clients, type ReceivedResponse } from './cluster-clients.js';
import { startCluster, type Cluster, type Member } from './cluster.js';

const directory = createTemporaryDirectory();
let cluster: Cluster;
/** The database of the server without a cache, and of the one with a cache. */
let databases: readonly [Database, Database];

beforeAll(async () => {
  cluster = await startCluster(directory);
  databases = [await openDatabase(cluster.target), await openDatabase(cluster.target)];
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await cluster.stop();
});
/** Four times the default timeout, because a busy machine takes long to start processes and to answer. */
const settings = { operationTimeoutMs: 120_000 };
const server = httpServer(() => databases[0], settings, false);
const cachingServer = httpServer(() => databases[1], settings);

/** The number of requests that clients send at once; each of them is another operation. */
const clientCount = 8;
let requestCount = 0;
const readName = async (api: HttpServer, comment: string): Promise<string> => {
  const { status, text, body } = await api.post({ query: `{ company(slug: "openai") { name } } # ${comment}` });
  const company = body.data?.['company'];
  return status === 200 && typeof company === 'object' && company !== null && 'name' in company
    ? String(company.name)
    : `${status} ${text}`;
};
const readNewName = (): Promise<string> => readName(server, String((requestCount += 1)));
const startReading = (): Clients => startClients(clientCount, readNewName);
const readNames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) await readNewName();
};
const valuesOf = (responses: readonly ReceivedResponse[]): ReadonlySet<string> =>
  new Set(responses.map(({ value }) => value));

/** Returns the number of statements that each member has received since the last call. */
const takeCounts = (): { leader: number; first: number; second: number } => ({
  leader: cluster.leader.takeStatements().length,
  first: cluster.readers[0].takeStatements().length,
  second: cluster.readers[1].takeStatements().length,
});

const rename = (name: string) => (database: Database) =>
  alter(database, "MATCH (company:Company {slug: 'openai'}) SET company.name = $name", { name });

const isReady = async (): Promise<boolean> => (await server.get('/readyz')).status === 200;

describe('a cluster with two readers', () => {
  it('reads from both readers, also for health checks and metrics, and not from the leader', async () => {
    takeCounts();
    await readNames(40);
    for (let i = 0; i < 10; i += 1) await Promise.all([server.get('/readyz'), server.get('/metrics')]);
    const { leader, first, second } = takeCounts();
    expect(leader).toBe(0);
    expect(Math.min(first, second)).toBeGreaterThan((first + second) / 4);
  });

  it('is loaded at the leader only, and a server reads its own load while a reader is behind', async () => {
    const dataset = await readSmallDataset((files) => {
      recordOf(files, 'company', 'openai')['name'] = { en: 'Loaded' };
    });
    const [first, second] = cluster.readers;
    takeCounts();
    await loadDataset(databases[0], projectModel(), dataset);
    expect(takeCounts()).toEqual({ leader: expect.any(Number), first: 0, second: 0 });

    // One transaction, like the load: Neo4j compares bookmarks by the number of transactions.
    await first.replicate(rename('Loaded'));
    const clients = startReading();
    await clients.awaitResponses(200);
    await clients.stop();
    expect([...valuesOf(clients.responses)]).toEqual(['Loaded']);

    takeCounts();
    await readNames(40);
    // The reads that wait keep connections in use, so that the driver prefers the other reader.
    expect(takeCounts().second).toBeLessThan(5);

    await second.replicate(rename('Loaded'));
    await expect
      .poll(async () => {
        await readNames(10);
        return takeCounts().second;
      })
      .toBeGreaterThan(2);
  });

  it('shows the write of another client, and never older data again, while a reader is behind', async () => {
    const clients = startClients(clientCount, () => readName(cachingServer, 'cached'));
    await clients.awaitResponses(100);
    await cluster.leader.replicate(rename('Renamed'));
    await cluster.readers[0].replicate(rename('Renamed'));
    await expect.poll(() => valuesOf(clients.responses).has('Renamed')).toBe(true);
    await clients.awaitResponses(300);
    await cluster.readers[1].replicate(rename('Renamed'));
    await clients.awaitResponses(300);
    await clients.stop();
    expect([...valuesOf(clients.responses)]).toEqual(['Loaded', 'Renamed']);
    const shownAt = clients.responses.find(({ value }) => value === 'Renamed')?.receivedAt ?? Infinity;
    expect([...valuesOf(clients.responses.filter(({ sentAt }) => sentAt > shownAt))]).toEqual(['Renamed']);
  });
});

/** Expects that no request fails of clients that read before and after an event. */
const expectNoFailure = async (event: () => void | Promise<void>): Promise<void> => {
  const clients = startReading();
  await clients.awaitResponses(50);
  await event();
  await clients.awaitResponses(200);
  await expect.poll(isReady).toBe(true);
  await clients.stop();
  expect([...valuesOf(clients.responses)]).toEqual(['Renamed']);
  expect(server.log.filter((line) => line.includes('cannot be reached'))).toEqual([]);
};

describe('a cluster whose members fail', () => {
  beforeAll(async () => {
    for (const member of [cluster.leader, ...cluster.readers]) await member.replicate(rename('Renamed'));
  });
  const elect = ({ address }: Member): void => {
    cluster.table = { routers: [address], readers: [address], writers: [address] };
  };

  it('fails no read that begins while a reader is silent', async () => {
    const [, silent] = cluster.readers;
    silent.signal('SIGSTOP');
    onTestFinished(() => silent.signal('SIGCONT'));
    const clients = startReading();
    await clients.awaitResponses(100);
    await expect.poll(isReady).toBe(true);
    await clients.stop();
    expect([...valuesOf(clients.responses)]).toEqual(['Renamed']);
    const { text } = await server.get('/metrics');
    expect(Number(/^atlas_repeated_reads_total (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(0);
  });

  it('fails no read when a reader is killed, though the routing table still lists it', async () => {
    await expectNoFailure(() => cluster.readers[1].signal('SIGKILL'));
  });

  it('reads from the leader if the routing table lists no other reader, and from a reader that returns', async () => {
    const { leader, readers } = cluster;
    takeCounts();
    await expectNoFailure(async () => {
      cluster.table = { ...cluster.table, readers: [leader.address] };
      await readers[0].disconnect();
    });
    expect(takeCounts().leader).toBeGreaterThan(0);
    cluster.table = { ...cluster.table, readers: [readers[0].address] };
    await readers[0].reconnect();
    await expect
      .poll(async () => {
        takeCounts();
        await readNames(10);
        return takeCounts().leader;
      })
      .toBe(0);
  });

  it('fails no read when the leader is killed, but loads, until another one is elected', async () => {
    await expectNoFailure(() => cluster.leader.signal('SIGKILL'));
    const dataset = await readSmallDataset();
    await expect(loadDataset(databases[0], projectModel(), dataset)).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
    });
    await expect.poll(isReady).toBe(true);
    // A new server asks the member that its URI names.
    await expect(openDatabase(cluster.target)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await (await openDatabase({ ...cluster.target, uri: `neo4j://${cluster.readers[0].address}` })).close();
    elect(cluster.readers[0]);
    await expect.poll(() => loadDataset(databases[0], projectModel(), dataset)).toMatchObject({});
    expect(await readNewName()).toBe('OpenAI');
  });
});
