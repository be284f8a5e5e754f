import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { projectModel } from '../../src/model/project-model.js';
import { serveApi, type Api } from '../setup/api.js';
import { articleDataset } from '../setup/article-dataset.js';
import { scratchNeo4j, sharedNeo4j } from '../setup/databases.js';

type Argument = readonly [title: string, query: (argument: string) => string, expected: string];

/** Queries with a place for a condition on `status`, and an id or slug that only a refuted fact leads to. */
const statusQueries: readonly Argument[] = [
  [
    'a list',
    (status) => `{ region(slug: "europe") { companies(first: 100, where: { ${status} }) { nodes { slug } } } }`,
    'openai',
  ],
  [
    'a list without the parts of the entity',
    (status) => `{ region(slug: "europe") { companies(within: false, where: { ${status} }) { nodes { slug } } } }`,
    'openai',
  ],
  [
    'the relations of a list',
    (status) => `{ company(slug: "ibm") { tools(where: { ${status} }) { edges { relation { id } } } } }`,
    'DEVELOPS:ibm:grover',
  ],
  [
    'a list below another one',
    (status) => `{ domain(slug: "text") { tools(where: { slug: { eq: "grover" } }) { nodes {
      companies(where: { ${status} }) { nodes { slug } } } } } }`,
    'ibm',
  ],
  [
    'a filter',
    (status) => `{ companies(where: { develops: { slug: { eq: "grover" } ${status} } }) { nodes { slug } } }`,
    'ibm',
  ],
  [
    'a filter below another one',
    (
      status,
    ) => `{ companies(where: { develops: { slug: { eq: "dall-e-2" }, belongsTo: { slug: { eq: "video" } ${status} } } }) {
      nodes { slug } } }`,
    'openai',
  ],
  [
    'a filter for a place and its parts',
    (status) => `{ companies(where: { locatedIn: { within: "europe" ${status} } }) { nodes { slug } } }`,
    'openai',
  ],
  [
    'a filter next to the status',
    (status) => `{ companies(where: { locatedIn: { within: "europe" }, ${status} }) { nodes { slug } } }`,
    'openai',
  ],
  [
    'a filter with an alternative',
    (status) =>
      `{ companies(where: { locatedIn: { slug: { eq: "europe" }, or: [{ ${status} }] } }) { nodes { slug } } }`,
    'openai',
  ],
  [
    'a filter in a negation',
    (status) =>
      `{ companies(where: { not: { not: { locatedIn: { slug: { eq: "europe" }, ${status} } } } }) { nodes { slug } } }`,
    'openai',
  ],
  [
    'groups',
    (status) => `{ tools(where: { slug: { eq: "dall-e-2" } ${status} }) { groups(by: DOMAIN) { key } } }`,
    'video',
  ],
  [
    'groups of places and their parts',
    (status) => `{ companies(where: { slug: { eq: "openai" } ${status} }) { groups(by: REGION) { key } } }`,
    'europe',
  ],
];

/** Queries with a place for the argument `exclude`, and an id that only a refuted fact leads to. */
const excludeQueries: readonly Argument[] = [
  [
    'similar entities',
    (exclude) => `{ similar(id: "Company:openai", first: 100 ${exclude}) { shared { id } } }`,
    'Region:europe',
  ],
  [
    'a neighborhood',
    (exclude) => `{ neighborhood(ids: ["Company:openai"] ${exclude}) { nodes { id } } }`,
    'Region:europe',
  ],
  [
    'the relations of a neighborhood',
    (exclude) => `{ neighborhood(ids: ["Company:ibm", "Tool:grover"], depth: 0 ${exclude}) { links { id } } }`,
    'DEVELOPS:ibm:grover',
  ],
  [
    'paths',
    (exclude) => `{ paths(from: "Company:ibm", to: "Tool:grover" ${exclude}) { relations { id } } }`,
    'DEVELOPS:ibm:grover',
  ],
];

describe('Refuted facts', () => {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);

  it.each(statusQueries)('are left out of %s, unless the status asks for them', async (_, query, expected) => {
    expect(await readText(api, query(''))).not.toContain(expected);
    expect(await readText(api, query('status: [UNCHECKED, CONFIRMED, DOUBTFUL]'))).not.toContain(expected);
    expect(await readText(api, query('status: null'))).not.toContain(expected);
    expect(await readText(api, query('status: [REFUTED]'))).toContain(expected);
  });

  it.each(excludeQueries)('are left out of %s, unless no status is excluded', async (_, query, expected) => {
    expect(await readText(api, query(''))).not.toContain(expected);
    expect(await readText(api, query('exclude: null'))).not.toContain(expected);
    expect(await readText(api, query('exclude: [UNCHECKED]'))).toContain(expected);
    expect(await readText(api, query('exclude: []'))).toContain(expected);
  });

  it('are not on the paths between entities', async () => {
    const query = '{ between(ids: ["Company:ibm", "Tool:grover"]) { links { id } } }';
    expect(await readText(api, query)).not.toContain('DEVELOPS:ibm:grover');
  });

  it.each([
    ['the relations of an entity', '{ company(slug: "ibm") { relations(first: 100) { nodes { id status } } } }'],
    ['the list of relations', '{ relations(types: [DEVELOPS], first: 100) { nodes { id status } } }'],
    ['a lookup', '{ node(id: "DEVELOPS:ibm:grover") { id ... on Relation { status } } }'],
    ['the whole graph', '{ graph { links { id status } } }'],
  ])('are in %s, with their status', async (_, query) => {
    const id = 'DEVELOPS:ibm:grover';
    expect(await readText(api, query)).toContain(JSON.stringify({ id, status: 'REFUTED' }).slice(1));
  });

  it('are in exports', async () => {
    expect(await readText(api, '{ graph { export(format: NODE_LINK) } }')).toContain('DEVELOPS:ibm:grover');
  });

  it('are not in the number of items of a list', async () => {
    const { region } = await api.query<{ region: Record<'counted' | 'refuted' | 'all', { totalCount: number }> }>(
      `{ region(slug: "europe") {
        counted: companies(within: false) { totalCount }
        refuted: companies(within: false, where: { status: [REFUTED] }) { totalCount }
        all: companies(within: false, where: { status: [UNCHECKED, CONFIRMED, DOUBTFUL, REFUTED] }) { totalCount }
      } }`,
    );
    expect(region.refuted.totalCount).toBe(1);
    expect(region.counted.totalCount).toBe(region.all.totalCount - 1);
  });

  it('are not in the number of relations of an entity, and of a filter for it', async () => {
    interface Company {
      readonly degree: number;
      readonly all: { readonly totalCount: number };
      readonly refuted: { readonly totalCount: number };
    }
    const { company } = await api.query<{ company: Company }>(`{ company(slug: "ibm") {
      degree all: relations { totalCount } refuted: relations(status: [REFUTED]) { totalCount } } }`);
    expect(company.refuted.totalCount).toBeGreaterThan(0);
    expect(company.degree).toBe(company.all.totalCount - company.refuted.totalCount);
    const filter = `{ slug: { eq: "ibm" }, degree: { eq: ${company.degree} } }`;
    expect(await readText(api, `{ companies(where: ${filter}) { nodes { slug } } }`)).toContain('ibm');
  });

  it('are not in the numbers that lists are sorted by', async () => {
    interface Companies {
      readonly nodes: readonly { readonly degree: number; readonly tools: { readonly totalCount: number } }[];
    }
    const list = (field: string): string =>
      `companies(first: 100, orderBy: [{ field: ${field}, direction: DESC }]) { nodes { degree tools { totalCount } } }`;
    const data = await api.query<{ byDegree: Companies; byTools: Companies }>(
      `{ byDegree: ${list('DEGREE')} byTools: ${list('TOOLS')} }`,
    );
    const degrees = data.byDegree.nodes.map(({ degree }) => degree);
    const toolCounts = data.byTools.nodes.map(({ tools }) => tools.totalCount);
    expect(degrees).toEqual(degrees.toSorted((a, b) => b - a));
    expect(toolCounts).toEqual(toolCounts.toSorted((a, b) => b - a));
  });
});

describe('Refuted relations between an entity and its parts', () => {
  const neo4j = scratchNeo4j();
  const api = serveApi(() => neo4j.database);
  const refutedIds = ['PART_OF:Region:germany:Region:europe', 'FOLLOWED_BY:early-exploration:application-expansion'];

  beforeAll(async () => {
    const relations = articleDataset.relations.map((relation) =>
      refutedIds.includes(relation.id)
        ? { ...relation, fields: { ...relation.fields, status: 'REFUTED' as const } }
        : relation,
    );
    await loadDataset(neo4j.database, projectModel(), { ...articleDataset, relations });
  });

  it.each([
    ['a single entity', '{ region(slug: "germany") { parent { slug } } }', 'europe'],
    ['the next entity', '{ stage(slug: "early-exploration") { next { slug } } }', 'application-expansion'],
    [
      'the list of an entity and its parts',
      '{ region(slug: "europe") { companies(first: 100) { nodes { slug } } } }',
      'merantix',
    ],
    [
      'the filter for an entity and its parts',
      '{ companies(first: 100, where: { locatedIn: { within: "europe" } }) { nodes { slug } } }',
      'merantix',
    ],
    ['groups', '{ companies(where: { slug: { eq: "merantix" } }) { groups(by: REGION) { key } } }', 'europe'],
  ])('are not followed to %s', async (_, query, slug) => {
    expect(await readText(api, query)).not.toContain(slug);
  });
});

async function readText(api: Api, query: string): Promise<string> {
  return JSON.stringify(await api.query(query));
}
