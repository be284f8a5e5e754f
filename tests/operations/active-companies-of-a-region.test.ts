import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Slugs {
  readonly nodes: readonly { readonly slug: string }[];
}
interface OperationData {
  readonly companies: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly slug: string; readonly tools: Slugs; readonly domains: Slugs }[];
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('active-companies-of-a-region');

describe('the companies of a region that develop a tool or focus on a domain', () => {
  it('are DeepMind alone in Europe, since the article gives only the location of the others', async () => {
    const { companies } = await api.query<OperationData>(operation);
    expect(companies.totalCount).toBe(1);
    expect(companies.nodes.map(({ slug, tools, domains }) => [slug, slugs(tools), slugs(domains)])).toEqual([
      ['deepmind', ['wavenet'], []],
    ]);
  });

  it('include OpenAI if refuted facts count', async () => {
    const statuses = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];
    const { companies } = await api.query<OperationData>(operation, { statuses });
    expect(companies.nodes.map(({ slug }) => slug)).toEqual(['deepmind', 'openai']);
    expect(companies.nodes[1] && slugs(companies.nodes[1].domains)).toEqual(['image', 'text']);
  });

  it('can be filtered by tool and domain', async () => {
    const variables = { region: 'asia', tool: { slug: { eq: 'deep-voice' } }, domain: { name: { eq: '音乐' } } };
    const { companies } = await api.query<OperationData>(operation, variables);
    expect(companies.nodes.map(({ slug }) => slug)).toEqual(['baidu', 'netease-cloud-music']);
  });
});

function slugs({ nodes }: Slugs): string[] {
  return nodes.map(({ slug }) => slug);
}
