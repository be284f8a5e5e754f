import { beforeAll, expect, it } from 'vitest';
import { DataVersion } from '../../src/cache/data-version.js';
import { alter } from '../dataset/graph.js';
import { scratchNeo4j } from '../setup/databases.js';

const own = scratchNeo4j();

/** Enough nodes that Neo4j takes noticeable time to apply a commit that changes all of them. */
const count = 20_000;
const commits = 10;

beforeAll(async () => {
  await alter(own.database, 'UNWIND range(1, $count) AS number CREATE (:Counter {value: 0})', { count });
  // Neo4j applies changes in the order in which the nodes were created, so this node changes last.
  await alter(own.database, 'CREATE (:Counter:LastCounter {value: 0})');
});

/** Reads the counter that changes last, and the data version at the end of the read. */
async function readValue(): Promise<{ value: unknown; version: string | undefined }> {
  let version: string | undefined;
  const [row] = await own.database.read({
    name: 'test/read-counter',
    text: 'MATCH (counter:LastCounter) RETURN counter.value AS value',
    parameters: {},
    onVersion: (ended) => (version = ended),
  });
  return { value: row?.['value'], version };
}

it('The data version advances only after Neo4j has applied the commit: all reads at one version see the same data', async () => {
  const data = new DataVersion(own.database, 0, 60_000);
  const valuesAt = new Map<string, Set<unknown>>();
  let isDone = false;
  const keepReading = async (): Promise<void> => {
    while (!isDone) {
      const known = await data.current();
      const { value, version } = await readValue();
      if (version === known) valuesAt.set(known, (valuesAt.get(known) ?? new Set()).add(value));
    }
  };
  const readers = [1, 2, 3, 4].map(keepReading);
  for (let value = 1; value <= commits; value += 1) {
    await alter(own.database, 'MATCH (counter:Counter) SET counter.value = $value', { value });
  }
  isDone = true;
  await Promise.all(readers);
  expect(valuesAt.size).toBeGreaterThan(1);
  expect([...valuesAt.values()].map((values) => [...values]).filter(({ length }) => length > 1)).toEqual([]);
});
