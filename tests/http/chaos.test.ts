import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkFaults } from '../../scripts/chaos/faults.js';
import { runFaults } from '../../scripts/chaos/run-faults.js';
import { TestBed } from '../../scripts/chaos/test-bed.js';
import { tableOf, violationsOf } from '../../scripts/chaos/tally.js';
import { sharedNeo4j } from '../setup/databases.js';

/** A correct response takes about a hundredth of it, or a few tenths on a busy machine. */
const budgetMs = 4_000;

describe('a server under load while the network to its Neo4j fails', () => {
  const neo4j = sharedNeo4j();
  let stage: TestBed;
  let isCleared = false;
  beforeAll(async () => {
    stage = await TestBed.start(neo4j.target, budgetMs);
  });
  afterAll(() => (isCleared ? undefined : stage.dispose()));

  it('responds correctly or rejects, recovers, and stops on a signal', async () => {
    const faults = networkFaults(stage);
    const { tallies, memoryMb } = await runFaults(stage, { faults, faultMs: 3_000, seconds: 0, requestsPerSecond: 50 });
    console.table(tableOf(tallies));
    expect(violationsOf(tallies, memoryMb)).toEqual([]);
    for (const { name } of faults) expect(tallies.get(name)?.refused, name).toBeGreaterThan(0);
    isCleared = true;
    expect(await stage.dispose()).toBe(0);
  });
});
