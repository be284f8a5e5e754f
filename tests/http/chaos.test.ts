import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetMs, play } from '../../scripts/chaos/play.js';
import { Stage } from '../../scripts/chaos/stage.js';
import { tableOf } from '../../scripts/chaos/tally.js';

describe('a server under load while its Neo4j fails', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.build(budgetMs);
  });
  let isCleared = false;
  afterAll(() => (isCleared ? undefined : stage.clear()));

  it('answers rightly or refuses in time, recovers, keeps its memory, and ends when it is told to', async () => {
    const { tallies, violations } = await play(stage, { seconds: 1, requestsPerSecond: 100, slackMs: 4_000 });
    console.table(tableOf(tallies));
    expect(violations).toEqual([]);
    expect(tallies.get('nothing')?.refused).toBe(0);
    for (const name of ['connections cut', 'connections silent', 'Neo4j stopped', 'Neo4j killed'])
      expect(tallies.get(name)?.refused, name).toBeGreaterThan(0);
    expect(tallies.get('Neo4j killed')?.kept).toBeGreaterThan(0);
    isCleared = true;
    expect(await stage.clear()).toBe(0);
  });
});
