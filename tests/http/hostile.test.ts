import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer, type HttpAnswer } from './http-server.js';

/** A place of the schema that takes a text, with an operation that puts the variable `$text` there. */
interface TextPlace {
  readonly name: string;
  readonly query: string;
}

const schema = buildSchema();
const roots = Object.values(schema.getQueryType()?.getFields() ?? {});

function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  return isObjectType(named) && 'nodes' in named.getFields() ? '{ nodes { __typename } }' : '{ __typename }';
}

/** The ways into an input value that end at a text, with the value written out around `$text`. */
function waysToText(type: GraphQLInputType, depth: number): { path: string; value: string; type: string }[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return waysToText(nullable.ofType, depth).map((way) => ({ ...way, value: `[${way.value}]` }));
  }
  if (isScalarType(nullable)) {
    return nullable.name === 'String' || nullable.name === 'ID'
      ? [{ path: '', value: '$text', type: nullable.name }]
      : [];
  }
  if (!isInputObjectType(nullable) || depth === 0) return [];
  return Object.values(nullable.getFields()).flatMap((field) =>
    waysToText(field.type, depth - 1).map((way) => ({
      ...way,
      path: `.${field.name}${way.path}`,
      value: `{ ${field.name}: ${way.value} }`,
    })),
  );
}

function placesOf(root: GraphQLField<unknown, unknown>): TextPlace[] {
  const others = (one: GraphQLArgument): string =>
    root.args
      .filter(
        (argument) => argument !== one && argument.type.toString().endsWith('!') && argument.defaultValue === undefined,
      )
      .map((argument) => `, ${argument.name}: ${isListType(getNullableType(argument.type)) ? '["a"]' : '"a"'}`)
      .join('');
  return root.args.flatMap((argument) =>
    waysToText(argument.type, 3).map(({ path, value, type }) => ({
      name: `${root.name}.${argument.name}${path}`,
      query: `query ($text: ${type}!) { ${root.name}(${argument.name}: ${value}${others(argument)}) ${selectionOf(root)} }`,
    })),
  );
}

const places = roots.flatMap(placesOf);

const planted = [
  `' OR 1=1 //`,
  `"}) DETACH DELETE n //`,
  '`) MATCH (n) DETACH DELETE n WITH 1 AS x MATCH (`n',
  `'}) WITH 1 AS x MATCH (n) SET n.name = 'taken' //`,
  `\\u0027 CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS`,
  '{{}}$batch[0]${text}',
  `*:* AND name:/[/ OR ~ ^ "`,
  '\u0000\u0001\n\t\ud800',
  '图像" `{}` 😀',
  'x'.repeat(4_000),
];

describe('hostile input', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { operationTimeoutMs: 120_000 }, false);
  const counts = (): Promise<unknown> =>
    neo4j.database.read({
      name: 'count',
      text: 'MATCH (n) WITH count(n) AS nodes, sum(size(keys(n))) AS keys, sum(size(coalesce(n.name, ""))) AS names MATCH ()-[r]->() RETURN nodes, keys, names, count(r) AS relations',
      parameters: {},
    });
  let before: unknown;
  beforeAll(async () => {
    before = await counts();
  });
  afterAll(async () => {
    expect(await counts()).toEqual(before);
  });

  const expectHarmless = (answer: HttpAnswer, context: string): void => {
    expect(answer.status, `${context}\n${answer.text}`).toBeLessThan(500);
    expect(codesOf(answer), `${context}\n${answer.text}`).not.toContain('INTERNAL_SERVER_ERROR');
  };
  const ask = async ({ name, query }: TextPlace, text: string): Promise<void> => {
    expectHarmless(await server.post({ query, variables: { text } }), `${name}: ${JSON.stringify(text)}`);
  };

  it('finds the texts that the schema takes', () => {
    expect(places.length).toBeGreaterThan(50);
  });

  it('with quotes, backticks, braces and Cypher in any text is only a text that is not found', async () => {
    for (const [index, place] of places.entries()) {
      await ask(place, planted[index % planted.length] ?? '');
      await ask(place, planted.slice(0, -1).join(''));
    }
  });

  it('of any kind in any text is answered, or refused as a mistake', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...planted), fc.json());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), text, (place, value) => ask(place, value)),
      { numRuns: 100 },
    );
  });

  it('as a cursor is refused as a mistake', async () => {
    const contents = fc.oneof(
      fc.string(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    );
    const lists = roots.filter((root) => root.args.some(({ name }) => name === 'after'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), contents, async (root, after) => {
        const required = root.name === 'search' ? 'text: "image", ' : '';
        const query = `query ($after: String) { ${root.name}(${required}after: $after) { nodes { __typename } } }`;
        expectHarmless(await server.post({ query, variables: { after } }), `${root.name} after ${after}`);
      }),
      { numRuns: 60 },
    );
  });

  it('as numbers is clamped or refused as a mistake', async () => {
    const sizes = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 0, 2 ** 31, 1e300, null));
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (first, limit) => {
        const query =
          'query ($first: Int, $limit: Int) { tools(first: $first) { nodes { slug } } graph(limit: $limit) { nodeCount } }';
        expectHarmless(await server.post({ query, variables: { first, limit } }), `${first} ${limit}`);
      }),
      { numRuns: 40 },
    );
  });

  it('in the place of a request is refused as a mistake', async () => {
    const bodies = fc.oneof(
      fc.json(),
      fc.string(),
      fc.object().map((body) => JSON.stringify({ query: '{ __typename }', ...body })),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`${server.address}/graphql`, { method: 'POST', headers, body });
        await response.text();
        expect(response.status, body).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what graphql-cop looks for', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { suggestions: false });
  const fails = async (query: string): Promise<void> => {
    const answer = await server.post({ query });
    expect(answer.body.data ?? null).toBeNull();
    expect(answer.body.errors?.length).toBeGreaterThan(0);
  };

  it('overloading by aliases is refused', () =>
    fails(`query cop { ${Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ')} }`));

  it('overloading by directives is refused', () => fails(`query cop { __typename ${'@aa'.repeat(10)} }`));

  it('overloading by a batch is refused', async () => {
    const answer = await server.post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })));
    expect(answer.status).toBe(400);
  });

  it('circular introspection is refused', () =>
    fails(
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
    ));

  it('a field five hundred times is answered as one', async () => {
    const answer = await server.post({ query: `query cop { ${'__typename '.repeat(500)} }` });
    expect(answer.body.data).toEqual({ __typename: 'Query' });
  });

  it('suggestions of fields are not given', async () => {
    expect((await server.post({ query: 'query cop { __schema { directive } }' })).text).not.toContain('Did you mean');
  });

  it('operations by GET and by forms are refused', async () => {
    expect((await server.get('/graphql?query=query%20cop%20%7B__typename%7D')).status).toBe(400);
    expect((await server.get('/graphql?query=mutation%20cop%20%7B__typename%7D')).status).toBe(400);
    const trusted = { 'apollo-require-preflight': 'true' };
    const mutation = await server.get('/graphql?query=mutation%20cop%20%7B__typename%7D', trusted);
    expect([mutation.status, mutation.body.data ?? null]).toEqual([405, null]);
    const form = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query=query%20cop%20%7B__typename%7D',
    });
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect(form.status).toBeLessThan(500);
  });

  it('introspection is answered, and the playground shown, as both are meant to be', async () => {
    const schema = await server.post({ query: 'query cop { __schema { types { name } } }' });
    expect(schema.body.errors).toBeUndefined();
    const page = await server.get('/graphql', { accept: 'text/html' });
    expect(page.headers.get('content-type')).toContain('text/html');
  });

  it('no trace and no stack is told', async () => {
    for (const query of ['query cop { abc }', 'query cop { __typename }', 'qwerty cop { abc }']) {
      const { text } = await server.post({ query });
      expect(text).not.toMatch(/"tracing"|"exception"|stacktrace|node_modules/);
    }
  });
});
