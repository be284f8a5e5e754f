import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { allStatuses, slugsOf, statusesOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Named {
  readonly slug: string;
}
interface Technique extends Named {
  readonly tools: { readonly totalCount: number; readonly nodes: readonly Named[] };
}
interface Tool extends Named {
  readonly releasedIn: number | null;
  readonly domains: Edges<Named, { readonly note: string | null }>;
  readonly techniques: Edges<Technique>;
}
interface Company extends Named {
  readonly tools: Edges<Tool>;
  readonly domains: Edges<Named, { readonly note: string | null }>;
}
interface OperationData {
  readonly companies: { readonly totalCount: number; readonly nodes: readonly Company[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('active-companies-of-a-region');

describe('the companies of a region that work on a domain', () => {
  it('are for images in Asia those of chapters 3 and 4, of which only Baidu and Tencent have tools', async () => {
    const { companies } = await api.query<OperationData>(operation);
    const toolsByCompany = Object.fromEntries(companies.nodes.map(({ slug, tools }) => [slug, slugsOf(tools)]));
    expect(toolsByCompany).toMatchObject({
      baidu: ['easydl', 'paddlepaddle'], // paragraph 10 of chapter 4
      tencent: ['tencent-cloud'], // paragraph 12 of chapter 4
      megvii: [], // paragraph 5 of chapter 3
      sensetime: [], // paragraph 21 of chapter 4
      lightricks: [], // paragraph 8 of chapter 3
    });
    expect(companies.totalCount).toBe(companies.nodes.length);
    const makers = companies.nodes.filter(({ tools }) => tools.edges.length > 0);
    expect(makers.map(({ slug }) => slug)).toEqual(['baidu', 'tencent']);
  });

  it('say by a note that they recognize images, and list the tools with the same technique', async () => {
    const { companies } = await api.query<OperationData>(operation);
    const baidu = companies.nodes.find(({ slug }) => slug === 'baidu');
    expect(baidu?.domains.edges[0]?.relation.note).toEqual(expect.any(String));
    const [easydl] = baidu?.tools.edges ?? [];
    expect(easydl?.node.domains.edges[0]?.relation.note).toEqual(expect.any(String));
    const recognition = easydl?.node.techniques.edges.find(({ node }) => node.slug === 'image-recognition')?.node;
    expect(recognition?.tools.nodes.map(({ slug }) => slug)).toEqual(['easydl', 'paddlepaddle', 'tencent-cloud']);
  });

  it('include in Europe the makers of the music tools AIVA and Jukedeck', async () => {
    const variables = {
      region: 'europe',
      tool: { belongsTo: { slug: { eq: 'music' } } },
      domain: { name: { eq: '音乐' } },
    };
    const { companies } = await api.query<OperationData>(operation, variables);
    expect(companies.nodes.map(({ slug, tools }) => [slug, slugsOf(tools)])).toEqual([
      ['aiva-technologies', ['aiva']],
      ['jukedeck', ['jukedeck']],
    ]);
  });

  it('include OpenAI in Europe, as the article states, only if refuted facts count', async () => {
    const withoutRefuted = await api.query<OperationData>(operation, { region: 'europe' });
    expect(withoutRefuted.companies.nodes.map(({ slug }) => slug)).not.toContain('openai');
    const { companies } = await api.query<OperationData>(operation, { region: 'europe', statuses: allStatuses });
    const openai = companies.nodes.find(({ slug }) => slug === 'openai');
    expect(openai && statusesOf(openai.tools)).toMatchObject({ 'dall-e': 'CONFIRMED', 'dall-e-2': 'CONFIRMED' });
    const dallE2 = openai?.tools.edges.find(({ node }) => node.slug === 'dall-e-2')?.node;
    expect(dallE2 && statusesOf(dallE2.techniques)).toMatchObject({ 'video-generation': 'REFUTED' });
  });
});
