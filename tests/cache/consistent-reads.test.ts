import { beforeEach, describe, expect, it } from 'vitest';
import { DataVersion } from '../../src/cache/data-version.js';
import { alter } from '../dataset/stored-graph.js';
import { scratchNeo4j } from '../setup/databases.js';

const scratch = scratchNeo4j();

const changeDataset = (hash: string): Promise<void> =>
  alter(scratch.database, "MERGE (dataset:AigcAtlas:Dataset {id: 'Dataset'}) SET dataset.hash = $hash", { hash });
const changeOtherData = (): Promise<void> => alter(scratch.database, 'CREATE (:Other)');

describe('Reads of one version of the data', () => {
  beforeEach(() => changeDataset('before'));

  /** Reads with a write before each of the first reads ends; returns how often the data were read. */
  async function countReads(...writes: readonly (() => Promise<void>)[]): Promise<number> {
    const pendingWrites = [...writes];
    const dataVersion = new DataVersion(scratch.database, 0, 60_000);
    let count = 0;
    await dataVersion.readConsistently(async () => {
      count += 1;
      await pendingWrites.shift()?.();
      const versions = new Set<string | undefined>();
      const onVersion = (version: string | undefined): unknown => versions.add(version);
      await scratch.database.read({ name: 'test/read', text: 'RETURN 1 AS one', parameters: {}, onVersion });
      return { versions };
    });
    return count;
  }

  it('are not repeated if nothing is written', async () => {
    expect(await countReads()).toBe(1);
  });

  it('are repeated if a load ends in the meantime', async () => {
    expect(await countReads(() => changeDataset('after'))).toBe(2);
  });

  it('are not repeated if another application writes in the meantime', async () => {
    expect(await countReads(changeOtherData)).toBe(1);
  });

  it('are read three times at most', async () => {
    const writes = [1, 2, 3, 4].map((count) => () => changeDataset(`after ${count}`));
    expect(await countReads(...writes)).toBe(3);
  });
});
