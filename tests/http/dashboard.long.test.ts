import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { describeWithPrometheus, startPrometheus, type TestPrometheus } from './prometheus.js';
import { alarms, queries } from './watched.js';
import { watchedServer } from './watched-server.js';

const answer = z.object({ status: z.literal('success'), data: z.object({ result: z.array(z.unknown()) }) });
const rules = z.object({
  data: z.object({ groups: z.array(z.object({ rules: z.array(z.object({ name: z.string(), health: z.string() })) })) }),
});

describeWithPrometheus('a Prometheus that scrapes a server', () => {
  const server = watchedServer();
  let prometheus: TestPrometheus;
  beforeAll(async () => {
    prometheus = await startPrometheus(server.url);
  });
  afterAll(() => prometheus.stop());
  /** The number of series that a query returns; 0 until Prometheus responds. */
  const count = async (query: string): Promise<number> => {
    const found = await prometheus.ask(`query?query=${encodeURIComponent(query)}`).catch(() => undefined);
    return answer.safeParse(found).data?.data.result.length ?? 0;
  };

  // A rate needs two scrapes.
  it.each(queries)('has data for the dashboard panel %s: %s', async (_title, query) => {
    await expect.poll(() => count(query)).toBeGreaterThan(0);
  });

  it('evaluates every alarm', async () => {
    const healths = async () => {
      const { data } = rules.parse(await prometheus.ask('rules'));
      return Object.fromEntries(data.groups.flatMap((group) => group.rules).map(({ name, health }) => [name, health]));
    };
    await expect.poll(healths).toEqual(Object.fromEntries(alarms.map(({ alert }) => [alert, 'ok'])));
  });
});
