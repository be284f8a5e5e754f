import { beforeAll, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';

const neo4j = scratchNeo4j();
const api = serveApi(() => neo4j.database);

// The databases of tests keep their indexes.
beforeAll(() =>
  neo4j.database.changeSchema({ name: 'test', text: 'DROP INDEX entity_search IF EXISTS', parameters: {} }),
);

it.each([
  '{ dataset { version } }',
  '{ search(text: "openai") { nodes { id } } }',
  '{ suggest(prefix: "openai") { text } }',
  '{ resolve(names: ["OpenAI"]) { candidates { node { id } } } }',
])('without data, the server says how to load them: %s', async (query) => {
  const { errors = [] } = await api.send(query);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NO_DATA']);
  expect(errors[0]?.message).toContain('aigc-atlas load');
});

it('without data, lists are empty and lookups find nothing', async () => {
  expect(await api.query('{ companies { totalCount nodes { slug } } company(slug: "openai") { slug } }')).toEqual({
    companies: { totalCount: 0, nodes: [] },
    company: null,
  });
});
