import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, overrideRead, type Database, type Row, type Statement } from '../../src/neo4j/database.js';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer, type HttpServer } from './http-server.js';

const neo4j = sharedNeo4j();
const slowMs = 300;

/** A database that delays the result of the `companies` statement. */
const delayedDatabase = () =>
  overrideRead(neo4j.database, async (statement: Statement): Promise<Row[]> => {
    const rows = await neo4j.database.read(statement);
    if (statement.name === 'companies') await new Promise((resolve) => setTimeout(resolve, slowMs));
    return rows;
  });

/** Waits for log lines with a message, and returns them parsed. */
async function waitForLines({ log }: HttpServer, message: string): Promise<Record<string, unknown>[]> {
  const readLines = () =>
    log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === message);
  await expect.poll(() => readLines().length).toBeGreaterThan(0);
  return readLines();
}

describe('a slow operation', () => {
  const server = httpServer(delayedDatabase, { slowOperationMs: slowMs });

  it('is logged with its root fields, its statements and a breakdown of its time; fast ones are not logged', async () => {
    await server.post({ query: 'query Fast { tools(first: 1) { totalCount } }' });
    const query = 'query Slow { companies(first: 3) { nodes { slug } } tool(slug: "chatgpt") { name } }';
    const response = await server.post({ query }, { 'x-request-id': 'slow-request' });
    const lines = await waitForLines(server, 'Slow operation');
    expect(lines.filter(({ ms }) => Number(ms) < slowMs)).toEqual([]);
    const slow = lines.find(({ operation }) => operation === 'Slow');
    expect(slow).toMatchObject({
      ...{ level: 40, requestId: 'slow-request', client: '127.0.0.1' },
      ...{ operation: 'Slow', rootFields: ['companies', 'tool'], statements: 2, rows: 4 },
      cost: response.body.extensions?.cost?.cost,
    });
    const { ms, databaseMs, queueMs, serverMs } = slow as Record<string, number>;
    expect(databaseMs).toBeGreaterThanOrEqual(slowMs);
    expect(ms).toBeGreaterThanOrEqual(slowMs);
    expect([queueMs, serverMs].every((time) => Number.isInteger(time))).toBe(true);
  });

  it('is logged with the hash of its text if it has no name', async () => {
    await server.post({ query: '{ companies(first: 2) { nodes { slug } } }' });
    const lines = await waitForLines(server, 'Slow operation');
    expect(lines.at(-1)?.['operation']).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a slow operation that waited for a connection', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ ...neo4j.target, maxConnections: 1 });
  });
  afterAll(() => database.close());
  const server = httpServer(() => database, { slowOperationMs: slowMs, operationTimeoutMs: 60_000 }, false);

  it('is logged with its time in the queue', async () => {
    // Before its first read, a server reads the version of the data.
    await server.post({ query: '{ tiers { nodes { slug } } }' });
    const release = await database.pool.acquire();
    const response = server.post({ query: 'query Waiting { tools(first: 1) { nodes { slug } } }' });
    await expect.poll(() => database.pool.waitingCount).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, slowMs));
    release();
    expect((await response).status).toBe(200);
    const lines = await waitForLines(server, 'Slow operation');
    const line = lines.find(({ operation }) => operation === 'Waiting');
    expect(line?.['queueMs']).toBeGreaterThanOrEqual(slowMs);
    expect(line?.['databaseMs']).toBeLessThan(Number(line?.['ms']) - slowMs + 1);
  });
});

describe('the access log', () => {
  const serverWithoutLog = httpServer(() => neo4j.database);
  const serverWithLog = httpServer(() => neo4j.database, { hasAccessLog: true });

  it('has a line for each request, with its path but not its query string, and is off by default', async () => {
    await serverWithoutLog.get('/livez');
    const exported = await serverWithLog.get('/export/nodes.csv?limit=300', { 'x-request-id': 'export-request' });
    await serverWithLog.get('/nothing/here');
    await expect.poll(async () => (await waitForLines(serverWithLog, 'Request')).length).toBe(2);
    const [first, second] = await waitForLines(serverWithLog, 'Request');
    expect(first).toMatchObject({
      ...{ requestId: 'export-request', client: '127.0.0.1', method: 'GET', path: '/export/nodes.csv', status: 200 },
      isWhole: true,
    });
    expect(second).toMatchObject({ path: '/nothing/here', status: 404 });
    const size = Buffer.byteLength(exported.text);
    expect(Number(first?.['bytes'])).toBeGreaterThan(size);
    // The rest are headers and the sizes of chunks.
    expect(Number(first?.['bytes'])).toBeLessThan(size + 5_000);
    expect(Number(second?.['bytes'])).toBeLessThan(5_000);
    expect(serverWithoutLog.log.filter((line) => line.includes('"Request"'))).toEqual([]);
  });
});
