import { describe, expect, it } from 'vitest';
import type { Database } from './database.js';
import { overrideRead } from './database.js';
import { Pool } from './pool.js';
import { newReplaceableDatabase } from './replaceable-database.js';
import { SeenVersion } from './seen-version.js';

const statement = { name: 'test', text: 'RETURN 1', parameters: {} };

/** A connection that returns its version for each read, and records the other calls. */
function connection(version: string, calls: string[] = []): Database {
  const record = async (call: string): Promise<void> => void calls.push(call);
  return {
    version,
    seenVersion: new SeenVersion(),
    pool: new Pool(1),
    read: async () => [{ version }],
    write: (work) => work({ run: async () => (await record('run'), []) }),
    changeSchema: () => record('schema'),
    reconnect: () => void calls.push('reconnect'),
    close: () => record('close'),
  };
}

describe('a replaceable database', () => {
  it('fails with DATABASE_UNAVAILABLE while no connection is supplied', async () => {
    const { database } = newReplaceableDatabase();
    const code = { code: 'DATABASE_UNAVAILABLE' };
    await expect(database.read(statement)).rejects.toMatchObject(code);
    await expect(database.write(async () => 1)).rejects.toMatchObject(code);
    await expect(database.changeSchema(statement)).rejects.toMatchObject(code);
    expect([database.version, database.pool.size, database.seenVersion.isFresh(1)]).toEqual(['', 0, false]);
    database.reconnect();
    await database.close();
  });

  it('forwards every call to the current connection, and returns the previous one when it is replaced', async () => {
    const { database, replace } = newReplaceableDatabase();
    const calls: string[] = [];
    const [first, second] = [connection('1'), connection('2', calls)];
    expect(replace(first)).toBeUndefined();
    expect(await database.read(statement)).toEqual([{ version: '1' }]);
    expect(replace(second)).toBe(first);
    expect(await database.read(statement)).toEqual([{ version: '2' }]);
    expect([database.version, database.seenVersion, database.pool]).toEqual(['2', second.seenVersion, second.pool]);
    await database.write((transaction) => transaction.run(statement));
    await database.changeSchema(statement);
    database.reconnect();
    await database.close();
    expect(calls).toEqual(['run', 'schema', 'reconnect', 'close']);
    expect(replace(undefined)).toBe(second);
    await expect(database.read(statement)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });
});

describe('a database with an overridden read', () => {
  it('uses it and inherits everything else', async () => {
    const database = overrideRead(connection('1'), async () => [{ version: 'overridden' }]);
    expect(await database.read(statement)).toEqual([{ version: 'overridden' }]);
    expect(database.version).toBe('1');
  });
});
