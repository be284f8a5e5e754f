import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { tally } from './tally.js';

it('A tally tells all its series whenever it is asked, those without a count too', async () => {
  const registry = new Registry();
  const count = tally({ name: 'seen_total', help: 'Seen.', registry }, [{ what: 'a' }, { what: 'b' }]);
  const told = async (): Promise<string[]> =>
    (await registry.metrics()).split('\n').filter((line) => line.startsWith('seen'));
  expect(await told()).toEqual(['seen_total{what="a"} 0', 'seen_total{what="b"} 0']);
  count(1);
  count(1);
  count(0);
  expect(await told()).toEqual(['seen_total{what="a"} 1', 'seen_total{what="b"} 2']);
  expect(await told()).toEqual(['seen_total{what="a"} 1', 'seen_total{what="b"} 2']);
});
