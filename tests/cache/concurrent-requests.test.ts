import { expect, it } from 'vitest';
import { HeldDatabase } from '../batch/held-database.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const shared = sharedNeo4j();
const held = new HeldDatabase(() => shared.database);
const api = serveApi(() => held.database);

it.each([
  ['a lookup', 'query ($slug: String!) { company(slug: $slug) { name } }', { slug: 'openai' }],
  ['paths', 'query ($from: ID!) { paths(from: $from, to: "Region:europe") { length } }', { from: 'Company:openai' }],
])(
  'Equal concurrent requests for %s share one statement, whether or not the operation is known',
  async (_what, query, variables) => {
    for (const text of [query, query, `${query} # new`]) {
      const data = await held.sendTogether(api, () => Array.from({ length: 5 }, () => api.query(text, variables)));
      expect(new Set(data.map((response) => JSON.stringify(response))).size).toBe(1);
      expect(held.sent.length).toBeLessThanOrEqual(1);
    }
  },
);

it('Concurrent requests with different variables get their own responses', async () => {
  const query = 'query ($slug: String!) { tool(slug: $slug) { slug } }';
  const slugs = ['dall-e', 'grover', 'kite'];
  const data = await held.sendTogether(api, () => slugs.map((slug) => api.query(query, { slug })));
  expect(data).toEqual(slugs.map((slug) => ({ tool: { slug } })));
});
