import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer, type HttpResponse } from './http-server.js';

/** A check of graphql-cop: the request that it sends, and which response it reports as a finding. */
interface Check {
  readonly send: () => Promise<HttpResponse>;
  readonly isFinding: (response: HttpResponse) => boolean;
}

/** The texts by which graphql-cop recognizes a query editor. */
const editorPattern = /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/;
const circularFields = `${'fields { type { '.repeat(4)} name ${'} }'.repeat(4)}`;

describe('the checks of graphql-cop', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { hasSuggestions: false });
  const postOperation = (query: string) => () => server.post({ query, operationName: 'cop' });
  const getOperation = (operation: string) => () => server.get(`/graphql?query=${encodeURIComponent(operation)}`);
  const isAnswered = ({ body }: HttpResponse): boolean => typeof body.data?.['__typename'] === 'string';
  const postForm = (): Promise<HttpResponse> =>
    server.send({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query: 'query cop { __typename }' }).toString(),
    });
  const countTypes = ({ body }: HttpResponse): number => {
    const schema = body.data?.['__schema'];
    return typeof schema === 'object' && schema !== null && 'types' in schema && Array.isArray(schema.types)
      ? schema.types.length
      : 0;
  };

  const checks: Readonly<Record<string, Check>> = {
    'alias overloading': {
      send: postOperation(`query cop { ${Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ')} }`),
      isFinding: ({ body }) => body.data?.['alias100'] !== undefined,
    },
    'array-based batching': {
      send: () => server.post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }))),
      isFinding: ({ body }) => Array.isArray(body) && body.length >= 10,
    },
    'circular introspection': {
      send: postOperation(`query cop { __schema { types { ${circularFields} } } }`),
      isFinding: (response) => countTypes(response) > 25,
    },
    'directive overloading': {
      send: postOperation(`query cop { __typename ${'@aa'.repeat(10)} }`),
      // One error per directive shows that every directive was validated.
      isFinding: ({ body }) => (body.errors?.length ?? 0) >= 10,
    },
    'field duplication': {
      send: postOperation(`query cop { ${'__typename '.repeat(500)} }`),
      isFinding: isAnswered,
    },
    'field suggestions': {
      send: postOperation('query cop { __schema { directive } }'),
      isFinding: ({ text }) => text.includes('Did you mean'),
    },
    'mutations by GET': { send: getOperation('mutation cop {__typename}'), isFinding: isAnswered },
    'queries by GET': { send: getOperation('query cop {__typename}'), isFinding: isAnswered },
    'queries by a form': { send: postForm, isFinding: isAnswered },
    'a query editor': {
      send: () => server.get('/graphql', { accept: 'text/html' }),
      isFinding: ({ text }) => editorPattern.test(text),
    },
    introspection: {
      send: postOperation('query cop { __schema { types { name fields { name } } } }'),
      isFinding: (response) => countTypes(response) > 0,
    },
    'trace mode': {
      send: postOperation('query cop { __typename }'),
      isFinding: ({ text }) => text.includes('"tracing"'),
    },
    'unhandled errors': {
      send: postOperation('qwerty cop { abc }'),
      isFinding: ({ text }) => /"exception"|stacktrace|node_modules/.test(text),
    },
  };

  it.each(Object.entries(checks).filter(([name]) => name !== 'introspection'))('find no %s', async (_name, check) => {
    const response = await check.send();
    expect(response.status).toBeLessThan(500);
    expect(check.isFinding(response), response.text.slice(0, 500)).toBe(false);
  });

  it('find introspection, which is enabled on purpose', async () => {
    const response = await checks['introspection']?.send();
    expect(response && checks['introspection']?.isFinding(response)).toBe(true);
  });

  it('find no mutation by GET, even with a header that excludes forged requests', async () => {
    const trusted = { 'apollo-require-preflight': 'true' };
    const response = await server.get('/graphql?query=mutation%20cop%20%7B__typename%7D', trusted);
    expect([response.status, response.body.data ?? null]).toEqual([405, null]);
  });
});
