import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer, type HttpAnswer } from './http-server.js';

/** A check of graphql-cop: the request that it sends, and which response it reports as a finding. */
interface Check {
  readonly send: () => Promise<HttpAnswer>;
  readonly isFinding: (answer: HttpAnswer) => boolean;
}

/** The texts by which graphql-cop recognizes a query editor. */
const editors = /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/;
const circle = `${'fields { type { '.repeat(4)} name ${'} }'.repeat(4)}`;

describe('the checks of graphql-cop', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { suggestions: false });
  const ask = (query: string) => () => server.post({ query, operationName: 'cop' });
  const get = (operation: string) => () => server.get(`/graphql?query=${encodeURIComponent(operation)}`);
  const isAnswered = ({ body }: HttpAnswer): boolean => typeof body.data?.['__typename'] === 'string';
  const form = (): Promise<HttpAnswer> =>
    server.send({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query: 'query cop { __typename }' }).toString(),
    });
  const typesOf = ({ body }: HttpAnswer): number => {
    const schema = body.data?.['__schema'];
    return typeof schema === 'object' && schema !== null && 'types' in schema && Array.isArray(schema.types)
      ? schema.types.length
      : 0;
  };

  const checks: Readonly<Record<string, Check>> = {
    'alias overloading': {
      send: ask(`query cop { ${Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ')} }`),
      isFinding: ({ body }) => body.data?.['alias100'] !== undefined,
    },
    'array-based batching': {
      send: () => server.post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }))),
      isFinding: ({ body }) => Array.isArray(body) && body.length >= 10,
    },
    'circular introspection': {
      send: ask(`query cop { __schema { types { ${circle} } } }`),
      isFinding: (answer) => typesOf(answer) > 25,
    },
    'directive overloading': {
      send: ask(`query cop { __typename ${'@aa'.repeat(10)} }`),
      // One error per directive shows that every directive was validated.
      isFinding: ({ body }) => (body.errors?.length ?? 0) >= 10,
    },
    'field duplication': {
      send: ask(`query cop { ${'__typename '.repeat(500)} }`),
      isFinding: isAnswered,
    },
    'field suggestions': {
      send: ask('query cop { __schema { directive } }'),
      isFinding: ({ text }) => text.includes('Did you mean'),
    },
    'mutations by GET': { send: get('mutation cop {__typename}'), isFinding: isAnswered },
    'queries by GET': { send: get('query cop {__typename}'), isFinding: isAnswered },
    'queries by a form': { send: form, isFinding: isAnswered },
    'a query editor': {
      send: () => server.get('/graphql', { accept: 'text/html' }),
      isFinding: ({ text }) => editors.test(text),
    },
    introspection: {
      send: ask('query cop { __schema { types { name fields { name } } } }'),
      isFinding: (answer) => typesOf(answer) > 0,
    },
    'trace mode': {
      send: ask('query cop { __typename }'),
      isFinding: ({ text }) => text.includes('"tracing"'),
    },
    'unhandled errors': {
      send: ask('qwerty cop { abc }'),
      isFinding: ({ text }) => /"exception"|stacktrace|node_modules/.test(text),
    },
  };

  it.each(Object.entries(checks).filter(([name]) => name !== 'introspection'))('find no %s', async (_name, check) => {
    const answer = await check.send();
    expect(answer.status).toBeLessThan(500);
    expect(check.isFinding(answer), answer.text.slice(0, 500)).toBe(false);
  });

  it('find introspection, which is enabled on purpose', async () => {
    const answer = await checks['introspection']?.send();
    expect(answer && checks['introspection']?.isFinding(answer)).toBe(true);
  });

  it('find no mutation by GET, even with a header that excludes forged requests', async () => {
    const trusted = { 'apollo-require-preflight': 'true' };
    const answer = await server.get('/graphql?query=mutation%20cop%20%7B__typename%7D', trusted);
    expect([answer.status, answer.body.data ?? null]).toEqual([405, null]);
  });
});
