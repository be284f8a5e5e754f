import { beforeAll, expect, it } from 'vitest';
import { DataVersion } from '../../src/cache/data-version.js';
import { alter } from '../dataset/stored-graph.js';
import { scratchNeo4j } from '../setup/databases.js';

const scratch = scratchNeo4j();

/** Enough nodes that Neo4j takes noticeable time to apply a commit that changes all of them. */
const count = 20_000;
const commits = 10;

beforeAll(async () => {
  await alter(scratch.database, 'UNWIND range(1, $count) AS number CREATE (:Counter {value: 0})', { count });
  // Neo4j applies changes in the order in which the nodes were created, so this node changes last.
  await alter(scratch.database, 'CREATE (:Counter:LastCounter {value: 0})');
});

/** Reads the counter that changes last, and the data version at the end of the read. */
async function readValue(): Promise<{ value: unknown; version: string | undefined }> {
  let version: string | undefined;
  const [row] = await scratch.database.read({
    name: 'test/read-counter',
    text: 'MATCH (counter:LastCounter) RETURN counter.value AS value',
    parameters: {},
    onVersion: (endVersion) => (version = endVersion),
  });
  return { value: row?.['value'], version };
}

it('The data version advances only after Neo4j has applied the commit: all reads at one version see the same data', async () => {
  const dataVersion = new DataVersion(scratch.database, 0, 60_000);
  const valuesAt = new Map<string, Set<unknown>>();
  let isDone = false;
  const keepReading = async (): Promise<void> => {
    while (!isDone) {
      const currentVersion = await dataVersion.current();
      const { value, version } = await readValue();
      if (version === currentVersion)
        valuesAt.set(currentVersion, (valuesAt.get(currentVersion) ?? new Set()).add(value));
    }
  };
  const readers = [1, 2, 3, 4].map(keepReading);
  for (let value = 1; value <= commits; value += 1) {
    await alter(scratch.database, 'MATCH (counter:Counter) SET counter.value = $value', { value });
  }
  isDone = true;
  await Promise.all(readers);
  expect(valuesAt.size).toBeGreaterThan(1);
  expect([...valuesAt.values()].map((values) => [...values]).filter(({ length }) => length > 1)).toEqual([]);
});
