import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

describe('a text filter', () => {
  it.each([
    ['eq on the English name', '{ name: { eq: "Google" } }', ['google']],
    ['eq in another letter case', '{ name: { eq: "gOOGLE" } }', ['google']],
    ['eq on the Chinese name', '{ name: { eq: "谷歌" } }', ['google']],
    ['eq on an alias', '{ name: { eq: "meta platforms" } }', ['facebook']],
    ['eq in full-width letters', '{ name: { eq: "ＩＢＭ" } }', ['ibm']],
    ['eq on a part of the name', '{ name: { eq: "Goog" } }', []],
    ['in', '{ name: { in: ["谷歌", "KAKAO", "nobody"] } }', ['google', 'kakao']],
    ['contains', '{ name: { contains: "mind" } }', ['beyondminds', 'deepmind', 'leapmind']],
    ['contains in Chinese, in a name and in an alias', '{ name: { contains: "巴巴" } }', ['alibaba', 'damo-academy']],
    ['contains across a line break', '{ name: { contains: "google\\ngoogle" } }', []],
    ['startsWith', '{ name: { startsWith: "net" } }', ['netease', 'netease-cloud-music']],
    ['startsWith on an alias', '{ name: { startsWith: "阿里达" } }', ['damo-academy']],
    ['startsWith on a later part of the name', '{ name: { startsWith: "摩院" } }', []],
    ['eq on the slug', '{ slug: { eq: "jd-com" } }', ['jd-com']],
    ['in on the slug', '{ slug: { in: ["kakao", "naver"] } }', ['kakao', 'naver']],
    ['contains on the slug', '{ slug: { contains: "-bra" } }', ['google-brain']],
    ['startsWith on the slug in another letter case', '{ slug: { startsWith: "GOOGLE-" } }', ['google-brain']],
    ['several operators at once', '{ name: { startsWith: "deep", contains: "mind" } }', ['deepmind']],
  ])('filters by %s', async (_, where, expected) => {
    expect(await filterCompanies(where)).toEqual(expected);
  });

  it('finds tools by their Chinese names', async () => {
    const { tools } = await api.query<Tools>('{ tools(where: { name: { startsWith: "飞" } }) { nodes { slug } } }');
    expect(tools.nodes).toEqual([{ slug: 'paddlepaddle' }]);
  });
});

describe('combined filters', () => {
  it.each([
    ['two fields', '{ name: { contains: "google" }, kind: [BIG_TECH] }', ['google']],
    ['and', '{ and: [{ name: { contains: "google" } }, { kind: [BIG_TECH] }] }', ['google']],
    ['or', '{ or: [{ slug: { eq: "kakao" } }, { slug: { eq: "naver" } }] }', ['kakao', 'naver']],
    [
      'or with another field',
      '{ kind: [RESEARCH], or: [{ name: { contains: "google" } }, { slug: { eq: "naver" } }] }',
      ['deepmind', 'google-brain'],
    ],
    ['not', '{ name: { contains: "google" }, not: { kind: [BIG_TECH] } }', ['deepmind', 'google-brain']],
    // Obvious has no kind.
    ['not on a missing value', '{ slug: { in: ["obvious", "scribens"] }, not: { kind: [STARTUP] } }', ['obvious']],
    [
      'or inside not inside and',
      '{ and: [{ not: { or: [{ slug: { startsWith: "d" } }, { kind: [BIG_TECH] }] } }, { name: { contains: "google" } }] }',
      ['google-brain'],
    ],
    [
      'two conditions that different tools match',
      '{ and: [{ develops: { slug: { eq: "chatgpt" } } }, { develops: { slug: { eq: "openai-five" } } }] }',
      ['openai'],
    ],
    [
      'two conditions on the same tool',
      '{ develops: { and: [{ slug: { eq: "chatgpt" } }, { slug: { eq: "openai-five" } }] } }',
      [],
    ],
    [
      'not on a relation',
      '{ locatedIn: { within: "south-korea" }, not: { develops: { degree: { gte: 1 } } } }',
      ['kakao', 'naver'],
    ],
  ])('return the matching companies: %s', async (_, where, expected) => {
    expect(await filterCompanies(where)).toEqual(expected);
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
  ])('match everything if they are empty: %s', async (where) => {
    const text = (args: string): string => `{ companies${args} { totalCount } }`;
    expect(await api.query(text(`(where: ${where})`))).toEqual(await api.query(text('')));
  });
});

it.each(['{ kind: [] }', '{ slug: { in: [] } }', '{ status: [] }'])(
  'an empty list of values matches nothing: %s',
  async (where) => {
    expect(await filterCompanies(where)).toEqual([]);
  },
);

describe('a filter on related entities', () => {
  it.each([
    [
      'a country includes its cities',
      '{ locatedIn: { within: "united-states" }, develops: { slug: { eq: "dall-e" } } }',
      ['openai'],
    ],
    [
      // Kakao has only a country, TAL only a city.
      'a continent includes countries and cities',
      '{ locatedIn: { within: "asia" }, slug: { in: ["kakao", "openai", "tal-education"] } }',
      ['kakao', 'tal-education'],
    ],
    [
      'tools of a domain, and a city of a continent',
      '{ locatedIn: { within: "asia" }, develops: { belongsTo: { slug: { eq: "math" } } } }',
      ['tal-education'],
    ],
    ['a region includes itself', '{ locatedIn: { within: "SOUTH-KOREA" } }', ['kakao', 'naver']],
    ['the exact region only', '{ locatedIn: { slug: { eq: "europe" } } }', ['deepmind', 'graphcore']],
    ['an unknown region', '{ locatedIn: { within: "atlantis" } }', []],
    [
      'tools that use a technique of a domain',
      '{ develops: { uses: { usedBy: { slug: { eq: "game" } } }, belongsTo: { slug: { eq: "game" } } } }',
      ['openai', 'unity-technologies'],
    ],
    ['a domain that a company focuses on', '{ focusesOn: { name: { eq: "音乐" } } }', ['netease-cloud-music']],
    [
      'the status inside the relation filter',
      '{ locatedIn: { within: "europe", status: [REFUTED] } }',
      ['hugging-face', 'openai'],
    ],
    [
      'the status next to the relation filter',
      '{ status: [REFUTED], locatedIn: { within: "europe" } }',
      ['hugging-face', 'openai'],
    ],
  ])('returns the matching companies: %s', async (_, where, expected) => {
    expect(await filterCompanies(where)).toEqual(expected);
  });

  it('follows relations in the opposite direction', async () => {
    const text =
      '{ tools(where: { developedBy: { locatedIn: { within: "asia" } }, belongsTo: { slug: { eq: "math" } } }) { nodes { slug } } }';
    expect(await api.query(text)).toEqual({ tools: { nodes: [{ slug: 'mathgpt' }] } });
  });
});

describe('a numeric filter', () => {
  it('filters by degree', async () => {
    const text = (where: string): string => `{ domains(where: { degree: ${where} }) { nodes { slug degree } } }`;
    type DegreeResult = { domains: { nodes: { slug: string; degree: number }[] } };
    const { domains } = await api.query<DegreeResult>(text('{}'));
    const slugsWhere = async (where: string): Promise<string[]> =>
      (await api.query<DegreeResult>(text(where))).domains.nodes.map(({ slug }) => slug);
    const expectedSlugs = (matches: (degree: number) => boolean): string[] =>
      domains.nodes.filter(({ degree }) => matches(degree)).map(({ slug }) => slug);
    const sampleDegree = domains.nodes[0]?.degree ?? 0;
    expect(await slugsWhere(`{ eq: ${sampleDegree} }`)).toEqual(expectedSlugs((degree) => degree === sampleDegree));
    expect(await slugsWhere(`{ in: [${sampleDegree}, 1000000] }`)).toEqual(
      expectedSlugs((degree) => degree === sampleDegree),
    );
    expect(await slugsWhere(`{ gte: ${sampleDegree} }`)).toEqual(expectedSlugs((degree) => degree >= sampleDegree));
    expect(await slugsWhere(`{ lte: ${sampleDegree}, gte: 3 }`)).toEqual(
      expectedSlugs((degree) => degree <= sampleDegree && degree >= 3),
    );
  });
});

describe('a status filter', () => {
  it('selects relations in entity lists, relation lists and root lists', async () => {
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
    expect(await api.query(text)).toEqual({
      tool: {
        companies: { totalCount: 2, nodes: confirmed.map((slug) => ({ slug })) },
        relations: { totalCount: 1, nodes },
      },
      relations: {
        totalCount: 1,
        nodes: [{ ...nodes[0], corrections: confirmed.map((slug) => ({ id: `DEVELOPS:${slug}:grover` })) }],
      },
      domains: { nodes: [{ slug: 'video' }] },
    });
  });
});

type Tools = { readonly tools: { readonly nodes: readonly { readonly slug: string }[] } };
type Companies = {
  readonly companies: { readonly totalCount: number; readonly nodes: readonly { readonly slug: string }[] };
};

async function filterCompanies(where: string): Promise<string[]> {
  const text = `{ companies(first: 100, where: ${where}) { totalCount nodes { slug } } }`;
  const { companies: found } = await api.query<Companies>(text);
  expect(found.totalCount).toBe(found.nodes.length);
  return found.nodes.map(({ slug }) => slug);
}
