import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { allStatuses, slugsOf, statusesOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Tool {
  readonly slug: string;
  readonly releasedIn: number | null;
  readonly endedIn: number | null;
  readonly operatingStatus: string | null;
}
interface OperationData {
  readonly company: { readonly tools: { readonly totalCount: number } & Edges<{ readonly slug: string }> };
  readonly domains: { readonly nodes: readonly { readonly slug: string; readonly tools: Edges<Tool> }[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('tools-of-a-company-by-domain');

describe('the tools of a company, grouped by domain', () => {
  it('are in text, image, game and video for OpenAI', async () => {
    const { company, domains } = await api.query<OperationData>(operation);
    expect(toolsByDomain(domains)).toMatchObject({
      game: ['openai-five'], // §2.10
      image: expect.arrayContaining(['dall-e', 'dall-e-2']) as unknown, // §2.1, and the correction of §2.4
      text: expect.arrayContaining(['gpt-series', 'chatgpt', 'gpt-4']) as unknown, // §2.3
      video: ['sora'], // a correction of §2.4: DALL-E 2 generates no video
    });
    expect(company.tools.totalCount).toBe(company.tools.edges.length);
  });

  it('say that OpenAI Five ended in 2019', async () => {
    const { domains } = await api.query<OperationData>(operation);
    const openAiFive = domains.nodes.find(({ slug }) => slug === 'game')?.tools.edges[0]?.node;
    expect(openAiFive).toMatchObject({ releasedIn: 2018, endedIn: 2019, operatingStatus: 'CLOSED' });
  });

  it('include DALL-E 2 in the domain video if refuted facts count', async () => {
    const { domains } = await api.query<OperationData>(operation, { statuses: allStatuses });
    const video = domains.nodes.find(({ slug }) => slug === 'video'); // §2.4
    expect(video && statusesOf(video.tools)).toMatchObject({ 'dall-e-2': 'REFUTED' });
  });

  it('include one tool in three domains for Adobe', async () => {
    const { company, domains } = await api.query<OperationData>(operation, { company: 'adobe' });
    expect(slugsOf(company.tools)).toContain('sensei');
    const domainsOfSensei = domains.nodes.filter(({ tools }) => slugsOf(tools).includes('sensei'));
    expect(domainsOfSensei.map(({ slug }) => slug)).toEqual(['design', 'image', 'video']);
  });
});

function toolsByDomain({ nodes }: OperationData['domains']): Record<string, string[]> {
  return Object.fromEntries(nodes.map(({ slug, tools }) => [slug, slugsOf(tools)]));
}
