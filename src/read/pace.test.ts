import { describe, expect, it } from 'vitest';
import { Pace } from './pace.js';

function learnBatches(pace: Pace, elapsedOf: (items: number) => number): void {
  for (let batch = 0; batch < 40; batch += 1) pace.learn(pace.seats, elapsedOf(pace.seats));
}

describe('The pace of a statement', () => {
  it('fills batches of a light statement to the most they may hold', () => {
    const pace = new Pace(64);
    learnBatches(pace, (items) => 1 + items * 0.1);
    expect(pace.seats).toBe(64);
  });

  it('fills them as well where only the way to Neo4j is long', () => {
    const pace = new Pace(64);
    learnBatches(pace, (items) => 200 + items);
    expect(pace.seats).toBe(64);
  });

  it('keeps batches of a heavy statement small, and fills them again once it has become light', () => {
    const pace = new Pace(64);
    learnBatches(pace, (items) => items * 500);
    expect(pace.seats).toBeLessThanOrEqual(4);
    learnBatches(pace, (items) => 3 + items * 0.1);
    expect(pace.seats).toBe(64);
  });

  it('forgets one fast batch: those that take as long as usual do not count as slow forever', () => {
    const pace = new Pace(64);
    pace.learn(1, 1);
    pace.learn(1, 300);
    expect(pace.slowMs).toBeLessThan(300);
    for (let batch = 0; batch < 400; batch += 1) pace.learn(pace.seats, 300);
    expect(pace.slowMs).toBeGreaterThan(300);
    expect(pace.seats).toBe(64);
  });
});
