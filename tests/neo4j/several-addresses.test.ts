import dns from 'node:dns';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/neo4j/database.js';
import { sharedNeo4j } from '../setup/databases.js';

const shared = sharedNeo4j();
afterEach(() => {
  vi.restoreAllMocks();
});

it('opens a cluster whose name resolves to several addresses, of which the first one is down', async () => {
  const addresses = [
    { address: '127.0.0.2', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  // The driver asks for all addresses of a name.
  const lookup = (_name: string, _options: object, callback: (error: null, found: typeof addresses) => void): void =>
    callback(null, addresses);
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as unknown as typeof dns.lookup);
  const { port } = new URL(shared.target.uri);
  const database = await openDatabase({ ...shared.target, uri: `neo4j://members.test:${port}` });
  expect(await database.read({ name: 'test/one', text: 'RETURN 1 AS one', parameters: {} })).toEqual([{ one: 1 }]);
  await database.close();
});
