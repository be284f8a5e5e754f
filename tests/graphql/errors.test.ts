import { describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import type { Database } from '../../src/neo4j/database.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
let createFailure: () => Error = () => new Error('No test has set the failure.');
const api = serveApi(() => withFailingReads(neo4j.database), {
  read: { isCacheEnabled: false, genericReads: 0 },
});

const secrets = /bolt|127\.0\.0\.1|10\.1\.2\.3|7687|MATCH|Neo\.|\.ts|\.js|node_modules|NEO4J|password/i;

describe('a failed read', () => {
  it('hides the statement, the host and the stack from clients if the program has a bug', async () => {
    createFailure = () => new TypeError('MATCH (n) at bolt://10.1.2.3:7687 failed for password "hunter2"');
    const { data, errors } = await api.send('{ company(slug: "openai") { name } }');
    expect(data).toEqual({ company: null });
    expect(errors).toMatchObject([{ path: ['company'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toMatch(secrets);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    expect(JSON.stringify(errors)).not.toContain('stack');
  });

  it('hides the statement and the host from clients if Neo4j rejects the statement', async () => {
    createFailure = () =>
      new AtlasError('INTERNAL_SERVER_ERROR', 'The statement "company" failed: Invalid input MATCH at bolt://10.1.2.3');
    const { errors } = await api.send('{ company(slug: "openai") { name } }');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toMatch(secrets);
  });

  it('reports an unavailable database without its address', async () => {
    createFailure = () =>
      new AtlasError(
        'DATABASE_UNAVAILABLE',
        'Cannot connect to Neo4j at bolt://10.1.2.3:7687 (refused). Correct NEO4J_URI.',
      );
    const { errors } = await api.send('{ company(slug: "openai") { name } }');
    expect(errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toMatch(secrets);
  });

  it('of one root field sets only this field to null', async () => {
    createFailure = () => new Error('Only tools fail');
    const { data, errors } = await api.send('{ fine: domain(slug: "code") { name } tool(slug: "kite") { name } }');
    expect(data).toEqual({ fine: { name: 'Code' }, tool: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.path).toEqual(['tool']);
  });
});

describe('an invalid operation', () => {
  it.each([
    [
      'an unknown field',
      '{ company(slug: "openai") { founder } }',
      'GRAPHQL_VALIDATION_FAILED',
      /Cannot query field "founder"/,
    ],
    ['a syntax error', '{ company(slug: "openai" { name } }', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    [
      'a literal of the wrong type',
      '{ companies(first: "ten") { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
      /Int cannot represent/,
    ],
  ])('is rejected with the cause: %s', async (_, query, code, message) => {
    const { errors } = await api.send(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|at .*\.js/);
  });
});

describe('a request with invalid parameters', () => {
  const bodyWithHash = (persistedQuery: unknown): object => ({
    query: '{ __typename }',
    extensions: { persistedQuery },
  });

  it.each([
    ['a hash of another query', bodyWithHash({ version: 1, sha256Hash: 'abc' }), 'BAD_REQUEST'],
    ['an unknown hash version', bodyWithHash({ version: 2, sha256Hash: 'abc' }), 'BAD_REQUEST'],
    ['a hash that is not a string', bodyWithHash({ version: 1, sha256Hash: {} }), 'BAD_REQUEST'],
    ['a list instead of a hash', bodyWithHash([]), 'BAD_REQUEST'],
    [
      'an operation that is nested too deeply to be parsed',
      { query: `${'{ a '.repeat(3_000)}${'}'.repeat(3_000)}` },
      // The code depends on the size of the parser's stack frames, which V8 determines.
      'GRAPHQL_(PARSE|VALIDATION)_FAILED',
    ],
  ])('is rejected as a client error: %s', async (_, body, code) => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { errors } = (await response.json()) as { errors?: readonly { extensions: { code: string } }[] };
    expect([response.status, errors?.[0]?.extensions.code]).toEqual([400, expect.stringMatching(`^${code}$`)]);
  });
});

/** Fails the statements of the root fields `company` and `tool`, and runs all others. */
function withFailingReads(database: Database): Database {
  return {
    ...database,
    read: (statement) =>
      ['company', 'tool'].includes(statement.name) ? Promise.reject(createFailure()) : database.read(statement),
  };
}
