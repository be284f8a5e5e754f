import { describe, expect, it } from 'vitest';
import type { CostModel } from './cost-model.js';
import { workNames } from './mix.js';
import type { SimulatedLoad } from './run-load.js';
import { simulate, type System } from './simulate.js';

const cost = { serverMs: 1, serverQueryMs: 0, databaseMs: 2, databaseQueryMs: 0, maxBatchSize: 1 };
const costs = {
  operations: Object.fromEntries(workNames.map((work) => [work, cost])) as CostModel['operations'],
  hitMs: 0.1,
};
const system: System = {
  ...{ servers: 1, workers: 1, readers: 1, databaseCores: 4, costs, networkMs: 0 },
  diskMs: () => 0,
};
const load: SimulatedLoad = { requests: 5_000, hitShare: 0, mix: [['point', 1]] };

describe('simulate', () => {
  it('reaches as many requests per second as the only thread of a server has time for', () => {
    const { requestsPerSecond, serverUse } = simulate(
      { ...system, costs: { ...costs, hitMs: 1 } },
      { ...load, connections: 8, hitShare: 1 },
    );
    expect(requestsPerSecond).toBeCloseTo(1_000, -1);
    expect(serverUse).toBeCloseTo(1, 2);
  });

  it('reaches three times as many with three servers', () => {
    const one = simulate(system, { ...load, connections: 30, hitShare: 1 });
    const three = simulate({ ...system, servers: 3 }, { ...load, connections: 30, hitShare: 1 });
    expect(three.requestsPerSecond / one.requestsPerSecond).toBeCloseTo(3, 1);
  });

  it('keeps the rate of a load that the system carries, with latencies near the time of a request', () => {
    const { requestsPerSecond, p50, p99 } = simulate(system, { ...load, ratePerSecond: 50 });
    expect(requestsPerSecond).toBeGreaterThan(47);
    expect(requestsPerSecond).toBeLessThan(53);
    expect(p50).toBeGreaterThan(1);
    expect(p50).toBeLessThan(4);
    expect(p99).toBeGreaterThan(p50);
  });

  it('lets requests wait longer, the more of the time the database is busy', () => {
    const busy = { ...system, databaseCores: 1 };
    const latencies = [50, 200, 400].map((ratePerSecond) => simulate(busy, { ...load, ratePerSecond }).p99);
    expect(latencies).toEqual(latencies.toSorted((first, second) => first - second));
  });

  it('saves time by batches where a query has a cost of its own', () => {
    const operations = Object.fromEntries(
      workNames.map((work) => [
        work,
        { ...cost, serverMs: 0.01, databaseMs: 0.01, databaseQueryMs: 2, maxBatchSize: 64 },
      ]),
    ) as CostModel['operations'];
    const batched = { ...system, databaseCores: 1, costs: { ...costs, operations } };
    const { requestsPerSecond, meanBatchSize } = simulate(batched, { ...load, connections: 64 });
    expect(requestsPerSecond).toBeGreaterThan(3_000);
    expect(meanBatchSize).toBeGreaterThan(10);
  });

  it('adds the time of the disk to the latency, not to the use of the cores', () => {
    const slow = { ...system, diskMs: () => 10 };
    const [fast, waiting] = [system, slow].map((one) => simulate(one, { ...load, ratePerSecond: 20 }));
    expect((waiting?.p50 ?? 0) - (fast?.p50 ?? 0)).toBeGreaterThan(8);
    expect(waiting?.databaseUse).toBeCloseTo(fast?.databaseUse ?? 0, 2);
  });

  it('divides shared cores among all processes', () => {
    const shared = { ...system, sharedCores: 1 };
    const { requestsPerSecond } = simulate(shared, { ...load, connections: 8, clientMs: 1 });
    expect(requestsPerSecond).toBeGreaterThan(240);
    expect(requestsPerSecond).toBeLessThan(260);
  });

  it('gives the same result for the same arguments', () => {
    const run = { ...load, ratePerSecond: 100 };
    expect(simulate(system, run)).toEqual(simulate(system, run));
  });
});
