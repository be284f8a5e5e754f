import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allFaults } from '../../scripts/chaos/faults.js';
import { IsolatedNeo4j } from '../../scripts/chaos/isolated-neo4j.js';
import { runFaults } from '../../scripts/chaos/run-faults.js';
import { TestBed } from '../../scripts/chaos/test-bed.js';
import { delaysOf, tableOf, violationsOf } from '../../scripts/chaos/tally.js';

const budgetMs = 2_000;

describe('a server under load while its Neo4j fails', () => {
  let ownNeo4j: IsolatedNeo4j;
  let stage: TestBed;
  let isCleared = false;
  beforeAll(async () => {
    ownNeo4j = await IsolatedNeo4j.start();
    stage = await TestBed.start(ownNeo4j.target, budgetMs);
  });
  afterAll(async () => {
    if (!isCleared) await stage.dispose();
    await ownNeo4j.dispose();
  });

  it('responds correctly or rejects in time, recovers, keeps its memory bounded, and stops on a signal', async () => {
    const faults = allFaults(stage, ownNeo4j);
    const { tallies, memoryMb } = await runFaults(stage, {
      faults,
      faultMs: 3_000,
      seconds: 1,
      requestsPerSecond: 100,
    });
    console.table(tableOf(tallies));
    expect(violationsOf(tallies, memoryMb)).toEqual([]);
    expect(delaysOf(tallies, budgetMs)).toEqual([]);
    expect(tallies.get('nothing')?.refused).toBe(0);
    for (const name of ['connections cut', 'connections silent', 'Neo4j stopped', 'Neo4j killed'])
      expect(tallies.get(name)?.refused, name).toBeGreaterThan(0);
    expect(tallies.get('Neo4j killed')?.stale).toBeGreaterThan(0);
    isCleared = true;
    expect(await stage.dispose()).toBe(0);
  });
});
