import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { allStatuses, statusesOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Maker {
  readonly slug: string;
  readonly tools: Edges<{ readonly slug: string }> & {
    readonly groups: readonly { readonly key: string; readonly count: number }[];
  };
}
interface OperationData {
  readonly companies: { readonly nodes: readonly Maker[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('makers-in-several-domains');

describe('the makers of tools', () => {
  it('are in several domains for the companies of chapters 2 and 4, OpenAI with the most tools', async () => {
    const { companies } = await api.query<OperationData>(operation);
    expect(companies.nodes[0]?.slug).toBe('openai');
    expect(domainsByMaker(companies.nodes)).toMatchObject({
      openai: expect.arrayContaining(['text', 'image', 'game', 'video']) as unknown,
      baidu: expect.arrayContaining(['image', 'text', 'speech']) as unknown,
      tencent: expect.arrayContaining(['text', 'image']) as unknown,
      microsoft: expect.arrayContaining(['code', 'game', 'math']) as unknown,
      google: expect.arrayContaining(['image', 'text', 'digital-human']) as unknown,
      adobe: expect.arrayContaining(['design', 'image', 'video']) as unknown,
      ibm: expect.arrayContaining(['image', 'speech', 'text']) as unknown,
    });
  });

  it('exclude IBM for Grover, unless refuted facts count', async () => {
    expect(await findTools('ibm')).toMatchObject({ 'ibm-watson': 'CONFIRMED' });
    expect(await findTools('ibm')).not.toHaveProperty('grover');
    expect(await findTools('ibm', allStatuses)).toMatchObject({ grover: 'REFUTED' });
  });

  it('include with status DOUBTFUL Stanford University, which had a part in Face2Face', async () => {
    expect(await findTools('stanford-university')).toEqual({ face2face: 'DOUBTFUL' });
  });
});

async function findTools(maker: string, statuses?: readonly string[]): Promise<Record<string, string> | undefined> {
  const { companies } = await api.query<OperationData>(operation, { statuses });
  const company = companies.nodes.find(({ slug }) => slug === maker);
  return company && statusesOf(company.tools);
}

function domainsByMaker(makers: readonly Maker[]): Record<string, string[]> {
  return Object.fromEntries(makers.map(({ slug, tools }) => [slug, tools.groups.map(({ key }) => key)]));
}
