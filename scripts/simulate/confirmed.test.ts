import { describe, expect, it } from 'vitest';
import { median } from './fit.js';
import { compareServers, compareThroughput } from './predict-run.js';
import { simulateRecordedKinds } from './recorded-kinds.js';
import { measuredGraphs, readMeasured } from './recorded.js';

/** How far the median of the ratios of simulated to measured figures may be from 1. */
const tolerance = 0.25;

function expectNearOne(ratios: readonly number[]): void {
  expect(ratios.length).toBeGreaterThan(0);
  expect(median(ratios)).toBeGreaterThan(1 - tolerance);
  expect(median(ratios)).toBeLessThan(1 + tolerance);
  expect(ratios.filter((ratio) => ratio < 0.5 || ratio > 2)).toEqual([]);
}

describe('the simulation of the runs in docs/performance, one kind of request on one server', () => {
  const kinds = simulateRecordedKinds();

  it('has the recorded requests per second', () => {
    expectNearOne(kinds.map(({ recorded, simulated }) => simulated.requestsPerSecond / recorded.requestsPerSecond));
  });

  it('has the recorded median latency', () => {
    expectNearOne(kinds.map(({ recorded, simulated }) => simulated.p50 / recorded.p50));
  });
});

describe('the simulation of the runs in docs/scaling.md', () => {
  const measured = readMeasured();
  const comparisons = compareServers(measuredGraphs(measured), measured.servers);

  it('has the requests per second of one server with the mix', () => {
    // The largest graph does not fit into the page cache of the machine, which the simulation of these runs leaves out.
    const throughput = compareThroughput(measuredGraphs(measured), measured.servers);
    const inMemory = throughput.filter(({ run }) => run.graph !== '5m');
    expectNearOne(inMemory.map(({ run, simulated }) => simulated / run.requestsPerSecond));
  });

  it('has the processor time that three servers take for a request, relative to one server', () => {
    expectNearOne(comparisons.map(({ measuredRatio, simulatedRatio }) => simulatedRatio / measuredRatio));
  });

  it('covers three sizes of the graph', () => {
    expect(new Set(comparisons.map(({ graph }) => graph))).toEqual(new Set(['80k', '1m', '5m']));
  });
});
