import { describe, expect, it } from 'vitest';
import { median } from './fit.js';
import { predictRun } from './predict-run.js';
import { measuredGraphs, readMeasured } from './recorded.js';

/** How far the median of the ratios may be from 1. */
const tolerance = 0.25;

const measured = readMeasured();
const graphs = measuredGraphs(measured);

describe('the simulation of the measured runs', () => {
  const ratios = measured.servers.map((run) => {
    const predicted = predictRun(graphs, run);
    const name = `${run.graph}, ${run.servers} servers, ${run.workers} workers, ${run.connections} connections`;
    return {
      ...{ name, servers: run.servers, graph: run.graph },
      rate: predicted.requestsPerSecond / run.requestsPerSecond,
      p50: predicted.p50 / run.p50,
    };
  });

  it.each(['rate', 'p50'] as const)('has the measured %s in the median', (figure) => {
    const middle = median(ratios.map((ratio) => ratio[figure]));
    expect(middle).toBeGreaterThan(1 - tolerance);
    expect(middle).toBeLessThan(1 + tolerance);
  });

  it('has the measured rate within a factor of two in each run', () => {
    expect(ratios.filter(({ rate }) => rate < 0.5 || rate > 2)).toEqual([]);
  });

  it('covers one server and three, on every measured graph', () => {
    const covered = ratios.map(({ servers, graph }) => `${servers} on ${graph}`);
    const expected = Object.keys(measured.graphs).flatMap((graph) => [`1 on ${graph}`, `3 on ${graph}`]);
    expect(covered).toEqual(expect.arrayContaining(expected));
  });
});
