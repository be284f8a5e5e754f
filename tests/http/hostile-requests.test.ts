import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

const repeat = (count: number, text: (index: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(between);
const nest = (count: number, open: string, inner: string, close: string): string =>
  `${open.repeat(count)}${inner}${close.repeat(count)}`;
const typeFragments = '... on Company { kind } ... on Tool { kind } ... on Region { level } ... on Section { number }';
const nestRelations = (depth: number): string =>
  depth === 0 ? 'id' : `relations(first: 100) { nodes { from { ${nestRelations(depth - 1)} ${typeFragments} } } }`;
const pageFields =
  'totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor relation { status } node { slug name } }';

interface HostileBody {
  readonly query: string;
  readonly variables?: object;
  readonly [other: string]: unknown;
}

/** The placeholder for a value that is nested too deeply for JSON.stringify. */
const deepPlaceholder = 'DEEP';
const serialize = (body: HostileBody, inner: string): string =>
  JSON.stringify(body).replace(`"${deepPlaceholder}"`, inner);

/** Requests that would keep an unprotected server busy; each is smaller than 100 kB. */
const corpus: [name: string, body: HostileBody, inner?: string][] = [
  [
    'as many fields as fit into the token limit',
    { query: `{ companies { nodes { ${repeat(9_900, (n) => `f${n % 2_000}`)} } } }` },
  ],
  ['misspelled fields', { query: `{ ${repeat(3_000, (n) => `tools${n}`)} }` }],
  ['nested fields', { query: nest(3_000, '{ a ', 'b', '}') }],
  ['nested inline fragments', { query: `{ companies { nodes { ${nest(90, '... { ', 'slug', '} ')} } } }` }],
  [
    'fragments that expand exponentially',
    {
      query: `{ tools { nodes { ...F0 } } } ${repeat(150, (n) => `fragment F${n} on Tool { ...F${n + 1} x: name ...F${n + 1} }`)} fragment F150 on Tool { slug }`,
    },
  ],
  [
    'fragments with fields that could conflict',
    {
      query: `{ companies { nodes { ${repeat(190, (n) => `...F${n}`)} } } } ${repeat(190, (n) => `fragment F${n} on Company { ${repeat(20, (m) => `a${m}: name(lang: EN)`)} }`)}`,
    },
  ],
  [
    'nested fragments on several types',
    { query: `{ node(id: "Company:openai") { ... on Entity { ${nestRelations(6)} } } }` },
  ],
  [
    'lists under every alias',
    { query: `{ companies { nodes { ${repeat(90, (n) => `l${n}: tools(first: ${n}) { ${pageFields} }`)} } } }` },
  ],
  [
    'filters under every alias',
    {
      query: `query ($w: ToolWhere) { ${repeat(90, (n) => `l${n}: tools(first: ${n}, where: $w) { ${pageFields} }`)} }`,
      variables: { w: { or: Array.from({ length: 20 }, (_, n) => ({ name: { contains: String(n) } })) } },
    },
  ],
  [
    'a filter of many conditions',
    {
      query: 'query ($w: ToolWhere) { tools(where: $w) { totalCount } }',
      variables: { w: { or: Array.from({ length: 2_500 }, (_, n) => ({ name: { contains: String(n) } })) } },
    },
  ],
  [
    'a filter of many relations',
    {
      query: 'query ($w: ToolWhere) { tools(where: $w) { totalCount nodes { slug } } }',
      variables: { w: { or: Array.from({ length: 4_000 }, () => ({ developedBy: {} })) } },
    },
  ],
  [
    'nested filters',
    {
      query: 'query ($w: ToolWhere) { tools(where: $w) { totalCount } }',
      variables: { w: deepPlaceholder },
    },
    nest(9_000, '{"not":', '{}', '}'),
  ],
  [
    'a long list of values',
    {
      query: 'query ($v: [String!]!) { tools(where: { name: { in: $v } }) { totalCount } }',
      variables: { v: Array.from({ length: 12_000 }, (_, n) => String(n)) },
    },
  ],
  [
    'thousands of errors in one variable',
    {
      query: 'query ($i: [ID!]!) { nodes(ids: $i) { id } }',
      variables: { i: Array.from({ length: 30_000 }, () => ({})) },
    },
  ],
  ['a long list literal', { query: `{ nodes(ids: [${repeat(4_900, (n) => `"${n}"`)}]) { id } }` }],
  [
    'many variables',
    { query: `query (${repeat(1_600, (n) => `$v${n}: Int`)}) { companies(first: $v0) { totalCount } }`, variables: {} },
  ],
  [
    'a long search text',
    {
      query: 'query ($t: String!) { search(text: $t) { totalCount } suggest(prefix: $t) { text } }',
      variables: { t: 'a b 人工 '.repeat(8_000) },
    },
  ],
  [
    'many long names',
    {
      query: 'query ($n: [String!]!) { resolve(names: $n) { name } }',
      variables: { n: Array.from({ length: 90 }, (_, n) => `${n} ${'x y'.repeat(300)}`) },
    },
  ],
  [
    'a long cursor',
    {
      query: 'query ($c: String!) { companies(after: $c) { totalCount nodes { slug } } }',
      variables: { c: 'W10'.repeat(30_000) },
    },
  ],
  ['line breaks', { query: `${'\n'.repeat(40_000)}{ dataset { hash } }` }],
  [
    'a value that reads like suggestions',
    {
      query: 'query ($n: Int) { companies(first: $n) { totalCount } }',
      variables: { n: 'Did you mean '.repeat(7_000) },
    },
  ],
  [
    'a literal that reads like suggestions',
    { query: `{ companies(first: "${'Did you mean '.repeat(7_000)}") { totalCount } }` },
  ],
  ['nested introspection', { query: `{ __schema { types { ${nest(15, 'fields { type { ', 'name', '} } ')} } } }` }],
  [
    'many operations',
    { query: repeat(1_000, (n) => `query Q${n} { companies { totalCount } }`), operationName: 'Q999' },
  ],
  ['a long name', { query: '{ dataset { hash } }', operationName: 'Q'.repeat(90_000) }],
  ['nested lists', { query: '{ dataset { hash } }', variables: { v: deepPlaceholder } }, nest(40_000, '[', '', ']')],
  [
    'unknown extensions',
    {
      query: '{ dataset { hash } }',
      extensions: Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`e${n}`, n])),
    },
  ],
];

/** The maximum delay of the event loop in milliseconds, on a machine that does the reference work in `referenceMs`. */
const maxDelayMs = 100;
const referenceMs = 12;

describe('a request smaller than 100 kB does not block the event loop', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { hasSuggestions: false });

  it.each(corpus.map(([name, body, inner = '']) => [name, body, inner] as const))('%s', async (_, body, inner) => {
    let bestDelay = Infinity;
    // The best of several runs counts, because other processes use the machine, too.
    for (let round = 0; round < 10 && bestDelay >= maxDelayMs; round += 1) {
      const text = serialize({ ...body, query: `#${round}\n${body.query}` }, inner);
      expect(text.length).toBeLessThan(102_400);
      const histogram = monitorEventLoopDelay({ resolution: 1 });
      histogram.enable();
      // First as a new operation, then as a known one.
      for (let repetition = 0; repetition < 2; repetition += 1) {
        const { status } = await server.send({ headers: { 'content-type': 'application/json' }, body: text });
        expect(status).toBeLessThan(500);
      }
      await delay(5);
      histogram.disable();
      bestDelay = Math.min(bestDelay, histogram.max / 1e6 / measureSlowness());
    }
    expect(bestDelay).toBeLessThan(maxDelayMs);
  });
});

/** Measures how many times slower than the reference machine this machine currently is; at least 1. */
function measureSlowness(): number {
  const schema = buildSchema();
  const query = `{ companies { nodes { ${repeat(1_000, (n) => `a${n}: slug`)} } } }`;
  const startedAt = performance.now();
  validate(schema, parse(query));
  return Math.max(1, (performance.now() - startedAt) / referenceMs);
}
