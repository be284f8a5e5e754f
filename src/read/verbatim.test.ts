import { getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileRoot } from '../compile/statement.js';
import type { Context } from '../context.js';
import { entries } from '../entries.js';
import { AtlasError } from '../errors.js';
import { buildPlainSchema } from '../schema.js';
import { verbatimRun } from './verbatim.js';

const plain = buildPlainSchema();

/** What an operation is answered with where each row is as given; undefined where resolvers have to make the answer. */
function answer(text: string, row: () => Promise<unknown> = () => Promise.resolve(null)) {
  const document = parse(text);
  expect(validate(plain.schema, document)).toEqual([]);
  const operation = getOperationAST(document, null);
  const run = operation && verbatimRun(plain, document, operation);
  const context: Pick<Context, 'readVerbatim'> = {
    readVerbatim: (info) => (compileRoot(info, entries).isVerbatim ? row() : undefined),
  };
  return run?.(context, {});
}

describe('An operation is answered by its row alone', () => {
  it.each([
    ['that asks for what is stored', '{ company(slug: "x") { slug name kind summary degree } }'],
    ['under a name of its own', '{ it: company(slug: "x") { slug } }'],
    [
      'that asks for lists',
      '{ domain(slug: "x") { name tools(first: 2) { nodes { name companies { nodes { name } } } } } }',
    ],
    ['that begins with a list', '{ tools(first: 2) { nodes { name } } }'],
    ['that asks for the types of objects', '{ tools { __typename nodes { __typename name } } }'],
    ['that asks for a fragment', '{ company(slug: "x") { ...parts } } fragment parts on Company { slug name }'],
    [
      'that asks for a walk',
      '{ paths(from: "a", to: "b") { length nodes { id name } relations { id source target } } }',
    ],
    [
      'that asks for a graph',
      '{ neighborhood(ids: ["a"]) { truncated nodes { name id } links { id type } nodeCount } }',
    ],
    ['that asks other things of other types', '{ neighborhood(ids: ["a"]) { nodes { id ... on Tool { kind } } } }'],
    [
      'that asks for the same list with other arguments of other rows',
      '{ company(slug: "x") { tools(first: 1) { nodes { id companies { nodes { tools(first: 2) { nodes { id } } } } } } } }',
    ],
    ['that asks for one of several', '{ region(slug: "x") { name parent { name } } }'],
  ])('%s', (_what, text) => {
    expect(answer(text)).toBeDefined();
  });
});

describe('An operation is left to resolvers', () => {
  it.each([
    ['that names a value otherwise', '{ company(slug: "x") { title: name } }'],
    ['that names two values as each other', '{ company(slug: "x") { name: slug slug: name } }'],
    ['that asks for a value twice', '{ company(slug: "x") { name again: name } }'],
    ['that asks for a language', '{ company(slug: "x") { name(lang: ZH) } }'],
    [
      'that asks for the same list twice',
      '{ company(slug: "x") { tools(first: 1) { nodes { id } } other: tools(first: 2) { nodes { id } } } }',
    ],
    ['that asks for a cursor', '{ tools { edges { cursor } } }'],
    ['that asks for a count', '{ tools { totalCount nodes { id } } }'],
    ['that asks whether a list goes on', '{ tools { nodes { id } pageInfo { hasNextPage } } }'],
    ['that asks for the types of entities of several', '{ neighborhood(ids: ["a"]) { nodes { id __typename } } }'],
    ['whose rows carry an id that nobody asked for', '{ neighborhood(ids: ["a"]) { nodes { name } } }'],
    [
      'that words types differently',
      '{ neighborhood(ids: ["a"]) { nodes { ... on Tool { id name } ... on Company { name id } } } }',
    ],
    ['whose values Neo4j does not promise', '{ neighborhood(ids: ["a"]) { links { id status } } }'],
    ['that asks for citations', '{ company(slug: "x") { citations { chapter } } }'],
    ['that searches', '{ search(text: "x") { nodes { id name } } }'],
    ['that may leave parts out', '{ company(slug: "x") { slug name @skip(if: false) } }'],
    ['of several root fields', '{ a: company(slug: "x") { slug } b: company(slug: "y") { slug } }'],
    ['that no statement answers', '{ __typename }'],
  ])('%s', (_what, text) => {
    expect(answer(text)).toBeUndefined();
  });
});

describe('An answer by its row alone', () => {
  it('is the row under the name that was asked for', async () => {
    const row = { slug: 'x' };
    expect(await answer('{ it: company(slug: "x") { slug } }', () => Promise.resolve(row))).toEqual({
      data: { it: row },
    });
  });

  it('that fails is none where there may be none, and tells where it failed', async () => {
    const fail = (): Promise<unknown> => Promise.reject(new AtlasError('DATABASE_TIMEOUT', 'It must end in time.'));
    const nullable = await answer('{ it: company(slug: "x") { slug } }', fail);
    expect(nullable?.data).toEqual({ it: null });
    expect(nullable?.errors?.[0]).toMatchObject({
      message: 'It must end in time.',
      path: ['it'],
      locations: [{ line: 1, column: 3 }],
      originalError: { code: 'DATABASE_TIMEOUT' },
    });
    const required = await answer('{ tools { nodes { id } } }', fail);
    expect(required?.data).toBeNull();
  });

  it('fails in the same way where the statement cannot even be made', async () => {
    const found = answer('{ company(slug: "x") { slug } }', () => {
      throw new AtlasError('BAD_USER_INPUT', 'It must be a slug.');
    });
    expect(await found).toMatchObject({ data: { company: null }, errors: [{ path: ['company'] }] });
  });
});
