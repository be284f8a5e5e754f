import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import { administer } from '../setup/administer.js';
import { scratchNeo4j } from '../setup/databases.js';
import { codesOf, httpServer } from './http-server.js';

const own = scratchNeo4j();
const username = 'rotated';
/** The content of the password file; at first, Neo4j accepts it. */
let held = 'the-first-password';
let reads = 0;
let database: Database;

async function setPassword(password: string): Promise<void> {
  const command = 'CREATE OR REPLACE USER $username SET PASSWORD $password CHANGE NOT REQUIRED';
  await administer(own.target, command, { username, password });
}

beforeAll(async () => {
  await setPassword(held);
  const readPassword = async (): Promise<string> => {
    reads += 1;
    return held;
  };
  database = await openDatabase({ ...own.target, username, password: held, readPassword });
});
afterAll(async () => {
  await database.close();
  await administer(own.target, 'DROP USER $username', { username });
});

describe('a server that has to sign in again after its Neo4j password has changed', () => {
  const server = httpServer(() => database);
  let asked = 0;
  const ask = () => server.post({ query: `{ companies(first: 1) { totalCount } } # ${(asked += 1)}` });

  it('reports an unavailable database, limits its sign-in attempts, and recovers once it reads the new password', async () => {
    expect((await ask()).status).toBe(200);
    await setPassword('the-second-password');
    database.reconnect();
    reads = 0;
    const refused = await Promise.all(Array.from({ length: 20 }, ask));
    expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 503));
    expect(new Set(refused.flatMap(codesOf))).toEqual(new Set(['DATABASE_UNAVAILABLE']));
    const signedIn = reads;
    for (let time = 0; time < 20; time += 1) expect((await ask()).status).toBe(503);
    expect(reads).toBe(signedIn);
    expect((await server.get('/metrics')).text).toMatch(/\natlas_neo4j_breaker_open 1\n[^]*\natlas_neo4j_up 0\n/);
    held = 'the-second-password';
    await expect.poll(async () => (await ask()).status).toBe(200);
    expect((await server.get('/metrics')).text).toMatch(/\natlas_neo4j_breaker_open 0\n[^]*\natlas_neo4j_up 1\n/);
  });
});
