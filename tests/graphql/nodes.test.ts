import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { pageFields, slugsOf, type Page } from './connections.js';
import { companiesWithin } from './located-companies.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

describe('node and nodes', () => {
  it('accept the ids of entities of any type and of relations', async () => {
    const text =
      'query ($id: ID!) { node(id: $id) { __typename id ... on Entity { name } ... on Relation { type source target } } }';
    expect(await api.query(text, { id: 'Section:code-direction' })).toEqual({
      node: { __typename: 'Section', id: 'Section:code-direction', name: 'Code Direction' },
    });
    const relation = { type: 'OPERATES_IN', source: 'Company:nvidia', target: 'Tier:upstream' };
    expect(await api.query(text, { id: 'OPERATES_IN:nvidia:Tier:upstream' })).toEqual({
      node: { __typename: 'Relation', id: 'OPERATES_IN:nvidia:Tier:upstream', ...relation },
    });
  });

  it('return null at the position of each unknown id', async () => {
    const ids = [
      'Tool:kite',
      'Tool:nothing',
      'DEVELOPS:openai:kite',
      'DEVELOPS:openai:dall-e',
      '',
      'Dataset',
      ':',
      'Tool:kite',
    ];
    const { nodes } = await api.query<{ nodes: unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids,
    });
    const [kite, dalle] = [{ id: 'Tool:kite' }, { id: 'DEVELOPS:openai:dall-e' }];
    expect(nodes).toEqual([kite, null, null, dalle, null, null, null, kite]);
    expect(
      await api.query('{ node(id: "Company:nobody") { id } company(slug: "nobody") { id } nodes(ids: []) { id } }'),
    ).toEqual({
      node: null,
      company: null,
      nodes: [],
    });
  });

  it('find every relation of the relation list by its id', async () => {
    const text = '{ relations(first: 100) { nodes { id source target from { id } to { id } } } }';
    type Relation = { id: string; source: string; target: string; from: { id: string }; to: { id: string } };
    const { nodes } = (await api.query<{ relations: { nodes: Relation[] } }>(text)).relations;
    for (const { source, target, from, to } of nodes) expect([from.id, to.id]).toEqual([source, target]);
    const result = await api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: nodes.map(({ id }) => id),
    });
    expect(result).toEqual({ nodes: nodes.map(({ id }) => ({ id })) });
  });
});

describe('a name', () => {
  it('is in the requested language, or in the other one if it has no translation', async () => {
    const text = `query ($lang: Language!) { nodes(ids: ["Company:google", "Company:kakao", "Tool:gpt-series"]) { ... on Entity { name(lang: $lang) } } }`;
    const names = async (lang: string): Promise<unknown> => api.query(text, { lang });
    expect(await names('EN')).toEqual({ nodes: [{ name: 'Google' }, { name: 'Kakao' }, { name: 'GPT series' }] });
    expect(await names('ZH')).toEqual({ nodes: [{ name: '谷歌' }, { name: 'Kakao' }, { name: 'GPT系列' }] });
  });

  it('is in English by default, as are titles and notes', async () => {
    const text = `{
      section(slug: "conclusion") { title chinese: title(lang: ZH) }
      node(id: "DEVELOPS:ibm:grover") { ... on Relation { note chinese: note(lang: ZH) } }
    }`;
    const { section, node } = await api.query<{ section: object; node: { note: string; chinese: string } }>(text);
    expect(section).toEqual({ title: 'Conclusion', chinese: '结论' });
    expect(node.note).toContain('University of Washington');
    expect(node.chinese).toContain('华盛顿大学');
  });
});

describe('citations', () => {
  it('name the chapter, the paragraph and the most specific section', async () => {
    const text = '{ tool(slug: "dall-e") { citations { chapter paragraph section { number title } } } }';
    expect(await api.query(text)).toEqual({
      tool: {
        citations: [
          { chapter: 2, paragraph: 4, section: { number: '2.1', title: 'Image Direction' } },
          { chapter: 4, paragraph: 6, section: { number: '4', title: 'Related Companies' } },
        ],
      },
    });
  });
});

describe('the companies of a region', () => {
  const companies = async (slug: string, args: string): Promise<Page> => {
    const text = `{ region(slug: "${slug}") { companies${args} ${pageFields} } }`;
    return (await api.query<{ region: { companies: Page } }>(text)).region.companies;
  };

  it('include those of its subregions by default', async () => {
    const { totalCount } = await companies('asia', '');
    expect(totalCount).toBe(companiesWithin('asia').length);
    const listed = await companies('asia', '(within: true, first: 100)');
    expect(slugsOf(listed).toSorted()).toEqual(companiesWithin('asia'));
    expect((await companies('asia', '(within: false)')).totalCount).toBe(0);
    // Kakao has only a country, TAL only a city.
    const where = '(where: { slug: { in: ["kakao", "openai", "tal-education"] } })';
    expect(slugsOf(await companies('asia', where))).toEqual(['kakao', 'tal-education']);
    expect(slugsOf(await companies('europe', '(within: false)'))).toEqual(['deepmind', 'graphcore']);
  });

  it('are listed once, each with the relation that is nearest to the region', async () => {
    const text = `{ region(slug: "north-america") { companies(where: { slug: { in: ["openai", "nvidia"] } }) {
      totalCount edges { node { slug } relation { id } }
    } } }`;
    expect(await api.query(text)).toEqual({
      region: {
        companies: {
          totalCount: 2,
          edges: [
            { node: { slug: 'nvidia' }, relation: { id: 'LOCATED_IN:nvidia:united-states' } },
            { node: { slug: 'openai' }, relation: { id: 'LOCATED_IN:openai:north-america' } },
          ],
        },
      },
    });
  });

  it('are listed with a relation of the requested status', async () => {
    const text = `{ region(slug: "europe") { companies(where: { status: [REFUTED] }) { edges { node { slug } relation { id status } } } } }`;
    expect(await api.query(text)).toEqual({
      region: {
        companies: {
          edges: [
            {
              node: { slug: 'hugging-face' },
              relation: { id: 'LOCATED_IN:hugging-face:switzerland', status: 'REFUTED' },
            },
            { node: { slug: 'openai' }, relation: { id: 'LOCATED_IN:openai:europe', status: 'REFUTED' } },
          ],
        },
      },
    });
  });
});

describe('a root list', () => {
  it('returns a company once even if several of its tools match the filter', async () => {
    const text = `{ companies(where: { develops: { degree: { gte: 1 } }, slug: { eq: "openai" } }) ${pageFields} }`;
    const result = (await api.query<{ companies: Page }>(text)).companies;
    expect(slugsOf(result)).toEqual(['openai']);
    expect(result.totalCount).toBe(1);
  });

  it('has no relation on its edges', async () => {
    const text = '{ companies(first: 1) { edges { relation { id } node { slug } } } }';
    expect(await api.query(text)).toEqual({ companies: { edges: [{ relation: null, node: { slug: 'adobe' } }] } });
  });
});
