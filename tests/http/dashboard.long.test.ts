import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { describeWithPrometheus, startPrometheus, type TestPrometheus } from './prometheus.js';
import { alarms, queries } from './alarms-and-dashboard.js';
import { monitoredServer } from './monitored-server.js';

const queryResponse = z.object({ status: z.literal('success'), data: z.object({ result: z.array(z.unknown()) }) });
const rulesResponse = z.object({
  data: z.object({ groups: z.array(z.object({ rules: z.array(z.object({ name: z.string(), health: z.string() })) })) }),
});

describeWithPrometheus('a Prometheus that scrapes a server', () => {
  const server = monitoredServer();
  let prometheus: TestPrometheus;
  beforeAll(async () => {
    prometheus = await startPrometheus(server.url);
  });
  afterAll(() => prometheus.stop());
  /** The number of series that a query returns; 0 until Prometheus responds. */
  const countSeries = async (query: string): Promise<number> => {
    const response = await prometheus.get(`query?query=${encodeURIComponent(query)}`).catch(() => undefined);
    return queryResponse.safeParse(response).data?.data.result.length ?? 0;
  };

  // A rate needs two scrapes.
  it.each(queries)('has data for the dashboard panel %s: %s', async (_title, query) => {
    await expect.poll(() => countSeries(query)).toBeGreaterThan(0);
  });

  it('evaluates every alarm', async () => {
    const readHealths = async () => {
      const { data } = rulesResponse.parse(await prometheus.get('rules'));
      return Object.fromEntries(data.groups.flatMap((group) => group.rules).map(({ name, health }) => [name, health]));
    };
    await expect.poll(readHealths).toEqual(Object.fromEntries(alarms.map(({ alert }) => [alert, 'ok'])));
  });
});
