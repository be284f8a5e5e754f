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
  '{{}}$batch.requests[0]${text}',
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
