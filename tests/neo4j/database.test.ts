import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/neo4j/database.js';
import { sharedNeo4j, scratchNeo4j } from '../setup/databases.js';

describe('a database', () => {
  const scratch = scratchNeo4j();
  const returnParameter = { name: 'one', text: 'RETURN $n AS n', parameters: { n: 1n } };

  it('returns plain numbers, lists and maps', async () => {
    const text = 'RETURN 1 AS whole, 2.5 AS part, [1, "a"] AS list, {deep: {n: 2}} AS map, null AS none';
    expect(await scratch.database.read({ name: 'values', text, parameters: {} })).toEqual([
      { whole: 1, part: 2.5, list: [1, 'a'], map: { deep: { n: 2 } }, none: null },
    ]);
  });

  it('accepts integers as bigint', async () => {
    const text = 'RETURN valueType($n) AS type';
    expect(await scratch.database.read({ name: 'type', text, parameters: { n: 3n } })).toEqual([
      { type: 'INTEGER NOT NULL' },
    ]);
  });

  it('reports its version', () => {
    expect(scratch.database.version).toMatch(/^5\.26\.\d+$/);
  });

  it('rejects a write in a read transaction', async () => {
    await expect(
      scratch.database.read({ name: 'sneak', text: 'CREATE (:Sneak)', parameters: {} }),
    ).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: expect.stringContaining('"sneak"'),
    });
  });

  it('commits a write transaction, or rolls it back if the work throws', async () => {
    const create = { name: 'create', text: 'CREATE (:Kept {n: $n})', parameters: { n: 1n } };
    const broken = scratch.database.write(async (transaction) => {
      await transaction.run(create);
      throw new Error('in the middle');
    });
    await expect(broken).rejects.toThrow('in the middle');
    await scratch.database.write((transaction) => transaction.run({ ...create, parameters: { n: 2n } }));
    expect(
      await scratch.database.read({ name: 'kept', text: 'MATCH (k:Kept) RETURN k.n AS n', parameters: {} }),
    ).toEqual([{ n: 2 }]);
  });

  it('creates constraints outside of data transactions', async () => {
    const text = 'CREATE CONSTRAINT kept IF NOT EXISTS FOR (k:Kept) REQUIRE k.n IS UNIQUE';
    await scratch.database.changeSchema({ name: 'constraint', text, parameters: {} });
    expect(
      await scratch.database.read({
        name: 'constraints',
        text: "SHOW CONSTRAINTS YIELD name WHERE name = 'kept'",
        parameters: {},
      }),
    ).toEqual([{ name: 'kept' }]);
  });

  it('sends the application and the statement name as transaction metadata', async () => {
    const text = 'SHOW TRANSACTIONS YIELD metaData RETURN metaData';
    expect(await scratch.database.read({ name: 'who', text, parameters: {} })).toEqual([
      { metaData: { app: 'aigc-atlas', query: 'who' } },
    ]);
  });

  it('terminates a statement at its timeout', async () => {
    const text = 'UNWIND range(1, 1000000000) AS n WITH n WHERE n % 7 = 8 RETURN count(n) AS n';
    await expect(scratch.database.read({ name: 'slow', text, parameters: {}, timeoutMs: 300 })).rejects.toMatchObject({
      code: 'DATABASE_TIMEOUT',
      message: expect.stringContaining('"slow"'),
    });
  });

  it('reports that a statement exceeds the memory limit, and stays usable', async () => {
    const text =
      'UNWIND range(1, 20000) AS x UNWIND range(1, 20000) AS y WITH collect(x + y) AS kept RETURN size(kept) AS n';
    await expect(scratch.database.read({ name: 'large', text, parameters: {} })).rejects.toMatchObject({
      code: 'DATABASE_MEMORY',
      message: 'The statement "large" needs more memory than Neo4j allows. Request less at once.',
    });
    expect(await scratch.database.read(returnParameter)).toEqual([{ n: 1 }]);
  });

  it('behaves the same with the routing scheme', async () => {
    const routed = await openDatabase({ ...scratch.target, uri: scratch.target.uri.replace('bolt://', 'neo4j://') });
    expect(await routed.read(returnParameter)).toEqual([{ n: 1 }]);
    await routed.write((transaction) => transaction.run(returnParameter));
    await routed.close();
  });

  it('for writes is separate from the shared database', async () => {
    expect(shared.target.uri).not.toBe(scratch.target.uri);
    expect(await shared.database.read(returnParameter)).toEqual([{ n: 1 }]);
  });

  const shared = sharedNeo4j();
});

describe('opening a database', () => {
  const shared = sharedNeo4j();
  const schemes = ['bolt://', 'neo4j://'];

  it.each(schemes)('over %s with a wrong password names the settings to correct', async (scheme) => {
    const uri = shared.target.uri.replace('bolt://', scheme);
    await expect(openDatabase({ ...shared.target, uri, password: 'wrong' })).rejects.toMatchObject({
      code: 'DATABASE_REFUSED',
      message: expect.stringMatching(/refused the user "neo4j".*Correct NEO4J_USERNAME and NEO4J_PASSWORD/),
    });
  });

  it.each(schemes)('over %s at a port where nothing listens says what to do', async (scheme) => {
    await expect(openDatabase({ ...shared.target, uri: `${scheme}127.0.0.1:1` })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringMatching(
        /^Cannot connect to Neo4j at .*:\/\/127\.0\.0\.1:1 .*Start it, or correct NEO4J_URI if it is set/,
      ),
    });
  });

  it.each(schemes)('over %s with an unknown database names it', async (scheme) => {
    const uri = shared.target.uri.replace('bolt://', scheme);
    await expect(openDatabase({ ...shared.target, uri, database: 'nowhere' })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message: expect.stringContaining('database "nowhere"'),
    });
  });

  it.each(['bolt+s', 'neo4j+s'])('over %s without TLS support says so', async (scheme) => {
    const uri = shared.target.uri.replace(/^\w+/, scheme);
    await expect(openDatabase({ ...shared.target, uri })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringMatching(/ It does not use TLS: remove \+s or \+ssc from NEO4J_URI/),
    });
  });

  it('with an unsupported scheme is rejected', async () => {
    await expect(openDatabase({ ...shared.target, uri: 'http://127.0.0.1' })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
    });
  });
});
