import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfNetwork } from '../../scripts/chaos/faults.js';
import { play } from '../../scripts/chaos/play.js';
import { Stage } from '../../scripts/chaos/stage.js';
import { tableOf, violationsOf } from '../../scripts/chaos/tally.js';
import { sharedNeo4j } from '../setup/databases.js';

/** A correct response takes about a hundredth of it, or a few tenths on a busy machine. */
const budgetMs = 4_000;

describe('a server under load while the network to its Neo4j fails', () => {
  const neo4j = sharedNeo4j();
  let stage: Stage;
  let isCleared = false;
  beforeAll(async () => {
    stage = await Stage.build(neo4j.target, budgetMs);
  });
  afterAll(() => (isCleared ? undefined : stage.clear()));

  it('responds correctly or rejects, recovers, and stops on a signal', async () => {
    const faults = faultsOfNetwork(stage);
    const { tallies, memoryMb } = await play(stage, { faults, faultMs: 3_000, seconds: 0, requestsPerSecond: 50 });
    console.table(tableOf(tallies));
    expect(violationsOf(tallies, memoryMb)).toEqual([]);
    for (const { name } of faults) expect(tallies.get(name)?.refused, name).toBeGreaterThan(0);
    isCleared = true;
    expect(await stage.clear()).toBe(0);
  });
});
