import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { GroupMetrics } from './group-metrics.js';

/** The metrics of a worker that has handled some requests. */
function newWorkerMetrics(requests: number): () => Promise<object[]> {
  const registers = [new Registry()];
  new Counter({ name: 'requests_total', help: 'Requests.', registers }).inc(requests);
  new Gauge({ name: 'connections', help: 'Connections.', registers }).set(requests);
  new Gauge({ name: 'up', help: 'Whether it is up.', aggregator: 'min', registers }).set(requests > 1 ? 1 : 0);
  const histogram = new Histogram({ name: 'seconds', help: 'Seconds.', buckets: [1, 2], registers });
  for (let index = 0; index < requests; index += 1) histogram.observe(1.5);
  return () => registers[0]?.getMetricsAsJSON() ?? Promise.resolve([]);
}

/** Returns the value of a series in a text of Prometheus. */
function valueOf(text: string, series: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1));
}

const newMetrics = (): GroupMetrics => new GroupMetrics(() => 2, () => 3); // prettier-ignore

describe('GroupMetrics', () => {
  it('adds up counters, gauges and histograms, and takes the minimum of whether a service is up', async () => {
    const text = await newMetrics().read(new Map([[1, newWorkerMetrics(1)], [2, newWorkerMetrics(4)]])); // prettier-ignore
    const series = ['requests_total', 'connections', 'up', 'seconds_bucket{le="2"}', 'seconds_count'];
    expect(series.map((name) => valueOf(text, name))).toEqual([5, 5, 0, 5, 5]);
  });

  it('reports the workers and how many were replaced', async () => {
    const text = await newMetrics().read(new Map());
    expect([valueOf(text, 'atlas_workers'), valueOf(text, 'atlas_worker_restarts_total')]).toEqual([2, 3]);
  });

  it('keeps the counts of workers that have ended, but not their gauges', async () => {
    const metrics = newMetrics();
    for (const requests of [3, 4]) {
      await metrics.read(new Map([[1, newWorkerMetrics(requests)]]));
      await metrics.keepCounts(1);
    }
    const text = await metrics.read(new Map([[1, newWorkerMetrics(10)]]));
    const series = ['requests_total', 'seconds_count', 'connections'];
    expect(series.map((name) => valueOf(text, name))).toEqual([17, 17, 10]);
  });

  it('uses the last metrics of a worker that does not respond', async () => {
    const metrics = newMetrics();
    await metrics.read(new Map([[1, newWorkerMetrics(3)]]));
    const text = await metrics.read(new Map([[1, () => Promise.reject(new Error('It does not respond.'))]]));
    expect(valueOf(text, 'requests_total')).toBe(3);
  });
});
