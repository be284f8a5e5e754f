import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterInputs, textInputs, rootFields, otherInputs, type FilterInputs } from './text-inputs.js';
import { expectHarmless, hostileTexts, serverWithUnchangedGraph } from './hostile-texts.js';

// One list represents all lists: its filter has every operator. hostile.long.test.ts tests every list.
const sampleFilters = filterInputs.filter(({ root }) => root === 'regions');
const sampleInputs = otherInputs.filter(
  ({ name }) => !/(slug|after|before)$/.test(name) || /^(region|relations|search)/.test(name),
);

describe('hostile input', () => {
  const server = serverWithUnchangedGraph();
  const send = async ({ root, names, query }: FilterInputs, texts: readonly string[]): Promise<unknown> => {
    const variables = Object.fromEntries(names.map((_name, index) => [`text${index}`, texts[index % texts.length]]));
    const response = await server.post({ query, variables });
    expectHarmless(response, `${root}: ${JSON.stringify(texts)}`);
    return response.body.data?.[root];
  };

  it('is tested in every text input of the schema', () => {
    expect(textInputs.length).toBeGreaterThan(50);
    expect(filterInputs.flatMap(({ names }) => names).length + otherInputs.length).toBe(textInputs.length);
  });

  it('with quotes, backticks, braces and Cypher matches nothing', async () => {
    const allTexts = hostileTexts.slice(0, -1).join('');
    for (const [index, filter] of sampleFilters.entries())
      for (const texts of [[...hostileTexts.slice(index % hostileTexts.length), ...hostileTexts], [allTexts]])
        expect(await send(filter, texts)).toEqual({ nodes: [] });
    for (const [index, { name, query }] of sampleInputs.entries())
      for (const text of [hostileTexts[index % hostileTexts.length], allTexts])
        expectHarmless(await server.post({ query, variables: { text } }), `${name}: ${JSON.stringify(text)}`);
  });

  it('of any kind is answered or rejected as a client error', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts), fc.json());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sampleFilters),
        fc.array(text, { minLength: 1, maxLength: 20 }),
        async (filter, texts) => {
          await send(filter, texts);
        },
      ),
      { numRuns: 15 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sampleInputs), text, async ({ name, query }, value) =>
        expectHarmless(await server.post({ query, variables: { text: value } }), `${name}: ${JSON.stringify(value)}`),
      ),
      { numRuns: 30 },
    );
  });

  it('as a cursor is rejected as a client error', async () => {
    const contents = fc.oneof(
      fc.string(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    );
    const lists = rootFields.filter((root) => root.args.some(({ name }) => name === 'after'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), contents, async (root, after) => {
        const required = root.name === 'search' ? 'text: "image", ' : '';
        const query = `query ($after: String) { ${root.name}(${required}after: $after) { nodes { __typename } } }`;
        expectHarmless(await server.post({ query, variables: { after } }), `${root.name} after ${after}`);
      }),
      { numRuns: 40 },
    );
  });

  it('as a page size is clamped or rejected as a client error', async () => {
    const sizes = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 0, 2 ** 31, 1e300, null));
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (first, limit) => {
        const query =
          'query ($first: Int, $limit: Int) { tools(first: $first) { nodes { slug } } graph(limit: $limit) { nodeCount } }';
        expectHarmless(await server.post({ query, variables: { first, limit } }), `${first} ${limit}`);
      }),
      { numRuns: 25 },
    );
  });

  it('as a request body is rejected as a client error', async () => {
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
      { numRuns: 40 },
    );
  });
});
