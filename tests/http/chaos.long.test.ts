import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allFaults } from '../../scripts/chaos/faults.js';
import { OwnNeo4j } from '../../scripts/chaos/own-neo4j.js';
import { play } from '../../scripts/chaos/play.js';
import { Stage } from '../../scripts/chaos/stage.js';
import { delaysOf, tableOf, violationsOf } from '../../scripts/chaos/tally.js';

const budgetMs = 2_000;

describe('a server under load while its Neo4j fails', () => {
  let own: OwnNeo4j;
  let stage: Stage;
  let isCleared = false;
  beforeAll(async () => {
    own = await OwnNeo4j.start();
    stage = await Stage.build(own.target, budgetMs);
  });
  afterAll(async () => {
    if (!isCleared) await stage.clear();
    await own.clear();
  });

  it('responds correctly or rejects in time, recovers, keeps its memory bounded, and stops on a signal', async () => {
    const faults = allFaults(stage, own);
    const { tallies, memoryMb } = await play(stage, { faults, faultMs: 3_000, seconds: 1, requestsPerSecond: 100 });
    console.table(tableOf(tallies));
    expect(violationsOf(tallies, memoryMb)).toEqual([]);
    expect(delaysOf(tallies, budgetMs)).toEqual([]);
    expect(tallies.get('nothing')?.refused).toBe(0);
    for (const name of ['connections cut', 'connections silent', 'Neo4j stopped', 'Neo4j killed'])
      expect(tallies.get(name)?.refused, name).toBeGreaterThan(0);
    expect(tallies.get('Neo4j killed')?.kept).toBeGreaterThan(0);
    isCleared = true;
    expect(await stage.clear()).toBe(0);
  });
});
