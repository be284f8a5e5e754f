import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import { runAdminCommand } from '../setup/run-admin-command.js';
import { scratchNeo4j } from '../setup/databases.js';
import { codesOf, httpServer } from './http-server.js';

const scratch = scratchNeo4j();
const username = 'rotated';
/** The content of the password file; at first, Neo4j accepts it. */
let filePassword = 'the-first-password';
let fileReads = 0;
let database: Database;

async function setPassword(password: string): Promise<void> {
  const command = 'CREATE OR REPLACE USER $username SET PASSWORD $password CHANGE NOT REQUIRED';
  await runAdminCommand(scratch.target, command, { username, password });
}

beforeAll(async () => {
  await setPassword(filePassword);
  const readPassword = async (): Promise<string> => {
    fileReads += 1;
    return filePassword;
  };
  database = await openDatabase({ ...scratch.target, username, password: filePassword, readPassword });
});
afterAll(async () => {
  await database.close();
  await runAdminCommand(scratch.target, 'DROP USER $username', { username });
});

describe('a server that has to sign in again after its Neo4j password has changed', () => {
  const server = httpServer(() => database);
  let requestCount = 0;
  const send = () => server.post({ query: `{ companies(first: 1) { totalCount } } # ${(requestCount += 1)}` });

  it('reports an unavailable database, limits its sign-in attempts, and recovers once it reads the new password', async () => {
    expect((await send()).status).toBe(200);
    await setPassword('the-second-password');
    database.reconnect();
    fileReads = 0;
    const responses = await Promise.all(Array.from({ length: 20 }, send));
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 503));
    expect(new Set(responses.flatMap(codesOf))).toEqual(new Set(['DATABASE_UNAVAILABLE']));
    const readsAfterFailures = fileReads;
    for (let round = 0; round < 20; round += 1) expect((await send()).status).toBe(503);
    expect(fileReads).toBe(readsAfterFailures);
    expect((await server.get('/metrics')).text).toMatch(/\natlas_neo4j_breaker_open 1\n[^]*\natlas_neo4j_up 0\n/);
    filePassword = 'the-second-password';
    await expect.poll(async () => (await send()).status).toBe(200);
    expect((await server.get('/metrics')).text).toMatch(/\natlas_neo4j_breaker_open 0\n[^]*\natlas_neo4j_up 1\n/);
  });
});
