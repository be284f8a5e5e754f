import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

describe('a selection', () => {
  it('obeys @skip and @include with literals and variables', async () => {
    const query = `query ($yes: Boolean!) { tool(slug: "kite") {
      a: slug @include(if: $yes) b: slug @skip(if: $yes) c: slug @include(if: true) d: slug @skip(if: true)
      ... @include(if: $yes) { name } domains @skip(if: $yes) { totalCount }
    } }`;
    expect(await api.query(query, { yes: true })).toEqual({ tool: { a: 'kite', c: 'kite', name: 'Kite' } });
    expect(await api.query(query, { yes: false })).toEqual({
      tool: { b: 'kite', c: 'kite', domains: { totalCount: 1 } },
    });
  });

  it('on an interface returns the right value if the query selects the field with other arguments elsewhere', async () => {
    const query = `{ segments(first: 3) { nodes {
      out: relations(direction: OUT) { totalCount } any: relations(direction: ANY) { totalCount }
      companies(first: 1) { edges { relation { to { id out: relations(direction: OUT) { totalCount } } } } }
    } } }`;
    interface SegmentNode {
      readonly out: unknown;
      readonly companies: {
        readonly edges: readonly { readonly relation: { readonly to: { readonly out: unknown } } }[];
      };
    }
    const { segments } = await api.query<{ segments: { nodes: readonly SegmentNode[] } }>(query);
    // The relation from a listed company ends at the segment that lists it.
    const ends = segments.nodes.flatMap(({ out, companies }) =>
      companies.edges.map(({ relation }) => [relation.to.out, out]),
    );
    expect(ends.length).toBeGreaterThan(0);
    for (const [below, above] of ends) expect(below).toEqual(above);
  });

  it('can skip a root field', async () => {
    expect(await api.query('{ tool(slug: "kite") @skip(if: true) { id } domain(slug: "code") { id } }')).toEqual({
      domain: { id: 'Domain:code' },
    });
  });

  it('can consist of __typename only', async () => {
    expect(
      await api.query('{ __typename tool(slug: "kite") { __typename domains { __typename nodes { __typename } } } }'),
    ).toEqual({
      __typename: 'Query',
      tool: { __typename: 'Tool', domains: { __typename: 'DomainConnection', nodes: [{ __typename: 'Domain' }] } },
    });
  });

  it('on an interface returns the fields of the fragments that match each type', async () => {
    const query = `{ nodes(ids: ["Company:openai", "Tool:kite", "Stage:early-exploration", "DEVELOPS:openai:dall-e"]) {
      __typename id
      ... on Entity { name }
      ... on Company { companyKind: kind tools(first: 1) { nodes { slug } } }
      ... on Tool { toolKind: kind }
      ... on Stage { fromYear next { fromYear } }
      ... on Relation { status from { name ... on Company { companyKind: kind } } to { ... on Tool { toolKind: kind } } }
    } }`;
    expect(await api.query(query)).toEqual({
      nodes: [
        {
          __typename: 'Company',
          id: 'Company:openai',
          name: 'OpenAI',
          companyKind: 'STARTUP',
          tools: { nodes: [{ slug: 'chatgpt' }] },
        },
        { __typename: 'Tool', id: 'Tool:kite', name: 'Kite', toolKind: 'APPLICATION' },
        {
          __typename: 'Stage',
          id: 'Stage:early-exploration',
          name: 'Early exploration',
          fromYear: 2010,
          next: { fromYear: 2014 },
        },
        {
          __typename: 'Relation',
          id: 'DEVELOPS:openai:dall-e',
          status: 'CONFIRMED',
          from: { name: 'OpenAI', companyKind: 'STARTUP' },
          to: { toolKind: 'MODEL' },
        },
      ],
    });
  });

  it('distinguishes fields with the same name that follow different relations in different types', async () => {
    const query = `{ nodes(ids: ["Company:nvidia", "Domain:math", "Technique:large-language-model"]) {
      ... on Company { tools { nodes { slug } } } ... on Domain { tools { nodes { slug } } }
      ... on Technique { domains { nodes { slug } } }
    } }`;
    expect(await api.query(query)).toEqual({
      nodes: [
        { tools: { nodes: [{ slug: 'gaugan' }, { slug: 'stylegan' }] } },
        { tools: { nodes: [{ slug: 'mathgpt' }, { slug: 'mathprompter' }, { slug: 'wolfram-alpha' }] } },
        { domains: { nodes: [{ slug: 'math' }] } },
      ],
    });
  });
});

describe('a field under two aliases with different arguments', () => {
  it('has a value for each alias', async () => {
    const query = `{ company(slug: "google") {
      english: name chinese: name(lang: ZH)
      first: tools(first: 1) { nodes { slug } } last: tools(last: 1) { nodes { slug } }
      some: tools(where: { slug: { contains: "p" } }) { totalCount nodes { slug } }
      tools { totalCount }
    } }`;
    expect(await api.query(query)).toEqual({
      company: {
        english: 'Google',
        chinese: '谷歌',
        first: { nodes: [{ slug: 'deep-dream' }] },
        last: { nodes: [{ slug: 'transformer' }] },
        some: { totalCount: 2, nodes: [{ slug: 'deep-dream' }, { slug: 'posenet' }] },
        tools: { totalCount: 3 },
      },
    });
  });

  it('has a value for each alias in a fragment that is spread twice', async () => {
    const query = `{
      company(slug: "google") { ...Two tools { nodes { domains { nodes { tools(last: 1) { nodes { slug } } } } } } }
      nvidia: company(slug: "nvidia") { ...Two other: tools(first: 1) { totalCount } }
    }
    fragment Two on Company { a: tools(first: 1) { nodes { slug } } b: tools(first: 1, where: { slug: { contains: "s" } }) { nodes { slug } } }`;
    const connectionOf = (slug: string): object => ({ nodes: [{ slug }] });
    expect(await api.query(query)).toEqual({
      company: {
        a: connectionOf('deep-dream'),
        b: connectionOf('posenet'),
        tools: {
          nodes: [
            { domains: { nodes: [{ tools: connectionOf('tencent-cloud') }] } },
            { domains: { nodes: [{ tools: connectionOf('stable-diffusion') }] } },
            { domains: { nodes: [{ tools: connectionOf('transformer') }] } },
          ],
        },
      },
      nvidia: { a: connectionOf('gaugan'), b: connectionOf('stylegan'), other: { totalCount: 2 } },
    });
  });

  it('uses the variables of each request', async () => {
    const query = `query ($a: Int, $b: Int) { company(slug: "openai") {
      a: tools(first: $a) { nodes { slug } } b: tools(first: $b) { nodes { slug } }
    } }`;
    const sizes = async (a: number, b: number): Promise<number[]> => {
      const { company } = await api.query<{ company: Record<string, { nodes: object[] }> }>(query, { a, b });
      return [company['a']?.nodes.length ?? -1, company['b']?.nodes.length ?? -1];
    };
    expect(await sizes(1, 2)).toEqual([1, 2]);
    expect(await sizes(3, 3)).toEqual([3, 3]);
    expect(await sizes(4, 0)).toEqual([4, 0]);
  });

  it('keeps its value if its first occurrence is skipped', async () => {
    const query = `query ($skip: Boolean!) { company(slug: "openai") {
      x: tools(first: 1) @skip(if: $skip) { totalCount } x: tools(first: 1) { nodes { slug } } y: tools(first: 2) { nodes { slug } }
    } }`;
    expect(await api.query(query, { skip: true })).toEqual({
      company: {
        x: { nodes: [{ slug: 'chatgpt' }] },
        y: { nodes: [{ slug: 'chatgpt' }, { slug: 'dall-e' }] },
      },
    });
  });
});

describe('a list that is selected twice', () => {
  it('omits the fields of the occurrence that is not included', async () => {
    const query = `query ($choice: Boolean!) { tiers(first: 1) { nodes { slug } nodes @include(if: $choice) { position citations { chapter } } } }`;
    expect(await api.query(query, { choice: false })).toEqual({ tiers: { nodes: [{ slug: 'upstream' }] } });
    expect(await api.query(query, { choice: true })).toMatchObject({
      tiers: { nodes: [{ slug: 'upstream', position: 1 }] },
    });
  });
});

describe('two operations of one document', () => {
  it('return their own fields even if they share a fragment', async () => {
    const query = `
      query Names { ...All companies(first: 1) { nodes { name } } }
      query Slugs { ...All }
      fragment All on Query { companies(first: 1) { nodes { slug } } }`;
    const slugs = { companies: { nodes: [{ slug: 'adobe' }] } };
    const names = { companies: { nodes: [{ slug: 'adobe', name: 'Adobe' }] } };
    expect(await api.send(query, {}, 'Slugs')).toMatchObject({ data: slugs });
    expect(await api.send(query, {}, 'Names')).toMatchObject({ data: names });
    expect(await api.send(query, {}, 'Slugs')).toMatchObject({ data: slugs });
  });
});
