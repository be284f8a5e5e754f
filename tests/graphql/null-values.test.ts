import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const apis = (['jit', 'graphql-js'] as const).map((executor) => serveApi(() => neo4j.database, { read: { executor } }));

describe('a null variable in a non-null position', () => {
  it.each([
    ['query ($l: Language = EN) { company(slug: "openai") { name(lang: $l) } }', { l: null }, /"lang"/],
    ['query ($i: Boolean = true) { company(slug: "openai") { name @include(if: $i) } }', { i: null }, /"if"/],
    ['query ($i: ID = "Company:openai") { node(id: $i) { id } }', { i: null }, /"id"/],
    [
      'query ($d: Direction = OUT) { company(slug: "openai") { relations(direction: $d) { totalCount } } }',
      { d: null },
      /"direction"/,
    ],
    [
      'query ($f: CompanyOrderField = NAME) { companies(orderBy: [{ field: $f }]) { totalCount } }',
      { f: null },
      /"orderBy"/,
    ],
  ])('is rejected with BAD_USER_INPUT and the name of the argument: %s', async (query, variables, messagePattern) => {
    for (const api of apis) {
      for (let round = 0; round < 2; round += 1) {
        const { errors = [] } = await api.send(query, variables);
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
        expect(errors[0]?.message).toMatch(messagePattern);
      }
    }
  });
});

it('rejects an operation type that the schema lacks', async () => {
  for (const api of apis) {
    const { errors = [] } = await api.send('mutation { x }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  }
});
