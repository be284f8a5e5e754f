import { describe, expect, it } from 'vitest';
import { fitCosts, type BaseCosts } from './cost-model.js';
import { workNames } from './mix.js';

/** A graph where a query costs 0.4 ms of the server and 0.2 ms of Neo4j, and a request 0.1 ms and the given time. */
function graphOf(nodes: number, databaseMs: number): BaseCosts {
  const operation = (work: string, connections: number, statementsPerRequest: number) => ({
    ...{ work, connections, statementsPerRequest, requestsPerSecond: 1, p50: 1, p99: 1 },
    serverCpuMs: 0.1 + 0.4 * statementsPerRequest,
    databaseCpuMs: databaseMs + 0.2 * statementsPerRequest,
  });
  const measured = workNames.flatMap((work) => [operation(work, 1, 1), operation(work, 64, 0.05)]);
  return { nodes, operations: measured, hitMs: 0.04 };
}

describe('fitCosts', () => {
  const base = graphOf(80_000, 1);
  // Measured on a machine that was half as fast.
  const graphs = [graphOf(80_000, 2), graphOf(1_000_000, 2 * 12.5 ** 0.2), graphOf(5_000_000, 2 * 62.5 ** 0.2)];

  it('separates the cost of a request from that of a query, which a batch shares', () => {
    const { operations, hitMs } = fitCosts(base, [graphs, [base]], 80_000);
    expect(operations.point.serverMs).toBeCloseTo(0.1, 6);
    expect(operations.point.serverQueryMs).toBeCloseTo(0.4, 6);
    expect(operations.point.databaseMs).toBeCloseTo(1, 6);
    expect(operations.point.databaseQueryMs).toBeCloseTo(0.2, 6);
    expect(hitMs).toBe(0.04);
  });

  it("extrapolates Neo4j's cost to larger graphs, and leaves that of the server", () => {
    const { operations } = fitCosts(base, [graphs, [base]], 100_000_000);
    expect(operations.levels.databaseMs).toBeCloseTo(1_250 ** 0.2, 1);
    expect(operations.levels.serverMs).toBeCloseTo(0.1, 6);
  });

  it('fails for a measurement that is missing', () => {
    expect(() => fitCosts({ nodes: 80_000, hitMs: 1 }, [graphs], 80_000)).toThrow('Expected a measurement of');
  });
});
