import { describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import type { Database } from '../../src/neo4j/database.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
let failure: () => Error = () => new Error('None of these tests is under way');
const api = listen(() => failing(neo4j.database), { read: { executor: 'jit', cache: false } });

const secrets = /bolt|127\.0\.0\.1|10\.1\.2\.3|7687|MATCH|Neo\.|\.ts|\.js|node_modules|NEO4J|password/i;

describe('a failure', () => {
  it('of the program is masked: nothing of the statement, the host or the code reaches clients', async () => {
    failure = () => new TypeError('MATCH (n) at bolt://10.1.2.3:7687 failed for password "hunter2"');
    const { data, errors } = await api.send('{ company(slug: "openai") { name } }');
    expect(data).toEqual({ company: null });
    expect(errors).toMatchObject([{ path: ['company'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toMatch(secrets);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    expect(JSON.stringify(errors)).not.toContain('stack');
  });

  it('of a statement is masked, too', async () => {
    failure = () =>
      new AtlasError('INTERNAL_SERVER_ERROR', 'The statement "company" failed: Invalid input MATCH at bolt://10.1.2.3');
    const { errors } = await api.send('{ company(slug: "openai") { name } }');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toMatch(secrets);
  });

  it('to reach the database says that, and not where it was looked for', async () => {
    failure = () =>
      new AtlasError(
        'DATABASE_UNAVAILABLE',
        'Cannot connect to Neo4j at bolt://10.1.2.3:7687 (refused). Correct NEO4J_URI.',
      );
    const { errors } = await api.send('{ company(slug: "openai") { name } }');
    expect(errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toMatch(secrets);
  });

  it('of one root field leaves the others their answers', async () => {
    failure = () => new Error('Only tools fail');
    const { data, errors } = await api.send('{ fine: domain(slug: "code") { name } tool(slug: "kite") { name } }');
    expect(data).toEqual({ fine: { name: 'Code' }, tool: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.path).toEqual(['tool']);
  });
});

describe('a mistake of who asks', () => {
  it.each([
    [
      'an unknown field',
      '{ company(slug: "openai") { founder } }',
      'GRAPHQL_VALIDATION_FAILED',
      /Cannot query field "founder"/,
    ],
    ['a broken text', '{ company(slug: "openai" { name } }', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    [
      'a literal of another type',
      '{ companies(first: "ten") { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
      /Int cannot represent/,
    ],
  ])('is told as it is: %s', async (_, query, code, message) => {
    const { errors } = await api.send(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|at .*\.js/);
  });
});

describe('a mistake in the request around the operation', () => {
  const hash = (persistedQuery: unknown): object => ({ query: '{ __typename }', extensions: { persistedQuery } });

  it.each([
    ['a hash of another text', hash({ version: 1, sha256Hash: 'abc' }), 'BAD_REQUEST'],
    ['a version of hashes that there is not', hash({ version: 2, sha256Hash: 'abc' }), 'BAD_REQUEST'],
    ['a hash that is no text', hash({ version: 1, sha256Hash: {} }), 'BAD_REQUEST'],
    ['no hash', hash([]), 'BAD_REQUEST'],
    [
      'an operation nested too deeply to be read',
      { query: `${'{ a '.repeat(3_000)}${'}'.repeat(3_000)}` },
      // Which of the two depends on how much of the call stack the parser takes, which V8 decides.
      'GRAPHQL_(PARSE|VALIDATION)_FAILED',
    ],
  ])('has a listed code, and is not a failure of ours: %s', async (_, body, code) => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { errors } = (await response.json()) as { errors?: readonly { extensions: { code: string } }[] };
    expect([response.status, errors?.[0]?.extensions.code]).toEqual([400, expect.stringMatching(`^${code}$`)]);
  });
});

/** Fails whatever asks for a company or tool, and answers the rest. */
function failing(database: Database): Database {
  return {
    ...database,
    read: (statement) =>
      ['company', 'tool'].includes(statement.name) ? Promise.reject(failure()) : database.read(statement),
  };
}
