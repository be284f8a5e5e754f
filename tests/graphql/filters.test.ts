import { describe, expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database);

describe('a text filter', () => {
  it.each([
    ['eq, by the English name', '{ name: { eq: "Google" } }', ['google']],
    ['eq, whatever the case', '{ name: { eq: "gOOGLE" } }', ['google']],
    ['eq, by the Chinese name', '{ name: { eq: "谷歌" } }', ['google']],
    ['eq, by an alias', '{ name: { eq: "meta platforms" } }', ['facebook']],
    ['eq, in full-width letters', '{ name: { eq: "ＩＢＭ" } }', ['ibm']],
    ['eq, of a part only', '{ name: { eq: "Goog" } }', []],
    ['in', '{ name: { in: ["谷歌", "KAKAO", "nobody"] } }', ['google', 'kakao']],
    ['contains', '{ name: { contains: "deep" } }', ['deepmind']],
    [
      'contains, in Chinese',
      '{ name: { contains: "大学" } }',
      ['stanford-university', 'tsinghua-university', 'university-of-cambridge'],
    ],
    ['contains, over a line break', '{ name: { contains: "google\\ngoogle" } }', []],
    ['startsWith', '{ name: { startsWith: "net" } }', ['netease-cloud-music']],
    ['startsWith, by an alias', '{ name: { startsWith: "天猫" } }', []],
    ['eq on the slug', '{ slug: { eq: "jd-com" } }', ['jd-com']],
    ['in on the slug', '{ slug: { in: ["kakao", "naver"] } }', ['kakao', 'naver']],
    ['contains on the slug', '{ slug: { contains: "-bra" } }', ['google-brain']],
    ['startsWith on the slug, whatever the case', '{ slug: { startsWith: "GOOGLE-" } }', ['google-brain']],
    ['several tests at once', '{ name: { startsWith: "deep", contains: "mind" } }', ['deepmind']],
  ])('keeps by %s', async (_, where, expected) => {
    // Universities that only corrections name are not what these are about.
    expect((await companies(where)).filter((slug) => !/washington|erlangen|montr/.test(slug))).toEqual(expected);
  });

  it('finds tools by what they are called in China', async () => {
    const { tools } = await api.ask<Tools>('{ tools(where: { name: { startsWith: "天猫" } }) { nodes { slug } } }');
    expect(tools.nodes).toEqual([{ slug: 'aligenie' }]);
  });
});

describe('filters beside and inside each other', () => {
  it.each([
    ['both hold', '{ name: { contains: "google" }, kind: [BIG_TECH] }', ['google']],
    ['and', '{ and: [{ name: { contains: "google" } }, { kind: [BIG_TECH] }] }', ['google']],
    ['or', '{ or: [{ slug: { eq: "kakao" } }, { slug: { eq: "naver" } }] }', ['kakao', 'naver']],
    [
      'or beside another',
      '{ kind: [RESEARCH], or: [{ name: { contains: "google" } }, { slug: { eq: "naver" } }] }',
      ['deepmind', 'google-brain'],
    ],
    ['not', '{ name: { contains: "google" }, not: { kind: [BIG_TECH] } }', ['deepmind', 'google-brain']],
    ['not over what is absent', '{ slug: { startsWith: "ibm" }, not: { kind: [TRADITIONAL] } }', ['ibm-watson']],
    [
      'or in not in and',
      '{ and: [{ not: { or: [{ slug: { startsWith: "d" } }, { kind: [BIG_TECH] }] } }, { name: { contains: "google" } }] }',
      ['google-brain'],
    ],
    [
      'two different tools',
      '{ and: [{ develops: { slug: { eq: "chatgpt" } } }, { develops: { slug: { eq: "openai-five" } } }] }',
      ['openai'],
    ],
    [
      'one tool that is both',
      '{ develops: { and: [{ slug: { eq: "chatgpt" } }, { slug: { eq: "openai-five" } }] } }',
      [],
    ],
    [
      'not a maker of such a tool',
      '{ locatedIn: { within: "south-korea" }, not: { develops: { degree: { gte: 1 } } } }',
      ['kakao', 'naver'],
    ],
  ])('keep what they should: %s', async (_, where, expected) => {
    expect(await companies(where)).toEqual(expected);
  });

  it.each([
    '{}',
    'null',
    '{ name: {} }',
    '{ name: null }',
    '{ name: { eq: null } }',
    '{ and: [] }',
    '{ or: [] }',
    '{ not: {} }',
    '{ or: [{}, {}] }',
    '{ status: null }',
    '{ develops: {} }',
    '{ develops: { belongsTo: { name: {} } } }',
    '{ degree: { gte: null } }',
  ])('filter nothing where they are empty: %s', async (where) => {
    const text = (args: string): string => `{ companies${args} { totalCount } }`;
    expect(await api.ask(text(`(where: ${where})`))).toEqual(await api.ask(text('')));
  });
});

it.each(['{ kind: [] }', '{ slug: { in: [] } }', '{ status: [] }'])(
  'an empty list of values keeps nothing: %s',
  async (where) => {
    expect(await companies(where)).toEqual([]);
  },
);

describe('a filter on what relations lead to', () => {
  it.each([
    [
      'a country includes its cities',
      '{ locatedIn: { within: "united-states" }, develops: { slug: { eq: "dall-e" } } }',
      ['openai'],
    ],
    [
      'a continent includes countries and cities',
      '{ locatedIn: { within: "asia" }, develops: { belongsTo: { slug: { eq: "speech" } } } }',
      ['baidu'],
    ],
    ['a region is inside itself', '{ locatedIn: { within: "JAPAN" } }', ['leapmind', 'preferred-networks']],
    ['the exact region only', '{ locatedIn: { slug: { eq: "europe" } } }', ['deepmind', 'graphcore', 'openai']],
    ['an unknown region', '{ locatedIn: { within: "atlantis" } }', []],
    [
      'tools that use a technique of some domain',
      '{ develops: { uses: { usedBy: { slug: { eq: "game" } } }, belongsTo: { slug: { eq: "game" } } } }',
      ['openai'],
    ],
    ['a domain focused on', '{ focusesOn: { name: { eq: "音乐" } } }', ['netease-cloud-music']],
    [
      'by status of the fact',
      '{ locatedIn: { within: "europe", status: [REFUTED] } }',
      ['framed-io', 'hugging-face', 'openai'],
    ],
    [
      'by status beside it',
      '{ status: [REFUTED], locatedIn: { within: "europe" } }',
      ['framed-io', 'hugging-face', 'openai'],
    ],
    [
      'refuted facts count unless told otherwise',
      '{ develops: { slug: { eq: "grover" } }, not: { kind: [RESEARCH] } }',
      ['ibm'],
    ],
  ])('keeps by it: %s', async (_, where, expected) => {
    expect(await companies(where)).toEqual(expected);
  });

  it('works from the other end, too', async () => {
    const text =
      '{ tools(where: { developedBy: { locatedIn: { within: "asia" } }, belongsTo: { slug: { eq: "speech" } } }) { nodes { slug } } }';
    expect(await api.ask(text)).toEqual({ tools: { nodes: [{ slug: 'deep-voice' }] } });
  });
});

describe('a filter by number', () => {
  it('keeps by how many relations an entity has', async () => {
    const text = (where: string): string => `{ domains(where: { degree: ${where} }) { nodes { slug degree } } }`;
    type Found = { domains: { nodes: { slug: string; degree: number }[] } };
    const { domains } = await api.ask<Found>(text('{}'));
    const by = async (where: string): Promise<string[]> =>
      (await api.ask<Found>(text(where))).domains.nodes.map(({ slug }) => slug);
    const slugs = (keep: (degree: number) => boolean): string[] =>
      domains.nodes.filter(({ degree }) => keep(degree)).map(({ slug }) => slug);
    const some = domains.nodes[0]?.degree ?? 0;
    expect(await by(`{ eq: ${some} }`)).toEqual(slugs((degree) => degree === some));
    expect(await by(`{ in: [${some}, 1000000] }`)).toEqual(slugs((degree) => degree === some));
    expect(await by(`{ gte: ${some} }`)).toEqual(slugs((degree) => degree >= some));
    expect(await by(`{ lte: ${some}, gte: 3 }`)).toEqual(slugs((degree) => degree <= some && degree >= 3));
  });
});

describe('facts that were refuted', () => {
  it('are listed with the others, with their status', async () => {
    const text = '{ tool(slug: "grover") { companies { edges { relation { status } node { slug } } } } }';
    expect(await api.ask(text)).toEqual({
      tool: {
        companies: {
          edges: [
            { relation: { status: 'CONFIRMED' }, node: { slug: 'allen-institute-for-ai' } },
            { relation: { status: 'REFUTED' }, node: { slug: 'ibm' } },
            { relation: { status: 'CONFIRMED' }, node: { slug: 'university-of-washington' } },
          ],
        },
      },
    });
  });

  it('are left out where the status says so, in lists of entities, of relations, and at the root', async () => {
    const text = `{
      tool(slug: "grover") {
        companies(where: { status: [CONFIRMED] }) { totalCount nodes { slug } }
        relations(types: [DEVELOPS], status: [REFUTED]) { totalCount nodes { id } }
      }
      relations(types: [DEVELOPS], status: [REFUTED]) { totalCount nodes { id corrections { id } } }
      domains(where: { status: [REFUTED] }) { nodes { slug } }
    }`;
    const confirmed = ['allen-institute-for-ai', 'university-of-washington'];
    const nodes = [{ id: 'DEVELOPS:ibm:grover' }];
    expect(await api.ask(text)).toEqual({
      tool: {
        companies: { totalCount: 2, nodes: confirmed.map((slug) => ({ slug })) },
        relations: { totalCount: 1, nodes },
      },
      relations: {
        totalCount: 1,
        nodes: [{ ...nodes[0], corrections: confirmed.map((slug) => ({ id: `DEVELOPS:${slug}:grover` })) }],
      },
      domains: { nodes: [{ slug: 'digital-human' }, { slug: 'video' }] },
    });
  });
});

type Tools = { readonly tools: { readonly nodes: readonly { readonly slug: string }[] } };
type Companies = {
  readonly companies: { readonly totalCount: number; readonly nodes: readonly { readonly slug: string }[] };
};

async function companies(where: string): Promise<string[]> {
  const text = `{ companies(first: 100, where: ${where}) { totalCount nodes { slug } } }`;
  const { companies: found } = await api.ask<Companies>(text);
  expect(found.totalCount).toBe(found.nodes.length);
  return found.nodes.map(({ slug }) => slug);
}
