import { beforeAll, expect, it } from 'vitest';
import { DataVersion } from '../../src/cache/data-version.js';
import { alter } from '../dataset/graph.js';
import { scratchNeo4j } from '../setup/databases.js';

const own = scratchNeo4j();

/** So many that Neo4j takes its time to apply a commit that changes them all. */
const count = 20_000;
const commits = 10;

beforeAll(async () => {
  await alter(own.database, 'UNWIND range(1, $count) AS number CREATE (:Counter {value: 0})', { count });
  // Changes to nodes are applied in the order in which the nodes were created.
  await alter(own.database, 'CREATE (:Counter:LastCounter {value: 0})');
});

/** A value that was read, and the version of the data that the read ended at. */
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

it('A version of the data is known only once Neo4j has applied its commit: all that is read at it is the same', async () => {
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
