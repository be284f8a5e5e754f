import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Domain {
  readonly slug: string;
  readonly tools: {
    readonly edges: readonly {
      readonly relation: { readonly status: string };
      readonly node: { readonly slug: string };
    }[];
  };
}
interface OperationData {
  readonly company: { readonly name: string; readonly tools: { readonly totalCount: number } };
  readonly domains: { readonly nodes: readonly Domain[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('tools-of-a-company-by-domain');

describe('the tools of a company, grouped by domain', () => {
  it('are six tools in three domains for OpenAI, without refuted facts', async () => {
    const data = await api.query<OperationData>(operation);
    expect(data.company).toEqual({ id: 'Company:openai', name: 'OpenAI', tools: { totalCount: 6 } });
    expect(toolsByDomain(data)).toEqual({
      game: ['openai-five'], // §2.10
      image: ['dall-e', 'dall-e-2'], // §2.1, and the correction of §2.4
      text: ['chatgpt', 'gpt-series', 'gpt-4'], // §2.3
    });
  });

  it('include DALL-E 2 in the domain video if refuted facts count', async () => {
    const statuses = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];
    const data = await api.query<OperationData>(operation, { statuses });
    expect(toolsByDomain(data)).toMatchObject({ video: ['REFUTED dall-e-2'] }); // §2.4
  });

  it('are one tool in three domains for Adobe', async () => {
    const data = await api.query<OperationData>(operation, { company: 'adobe' });
    expect(data.company.tools.totalCount).toBe(1);
    expect(toolsByDomain(data)).toEqual({ design: ['sensei'], image: ['sensei'], video: ['sensei'] });
  });
});

function toolsByDomain({ domains }: OperationData): Record<string, string[]> {
  return Object.fromEntries(
    domains.nodes.map(({ slug, tools }) => [
      slug,
      tools.edges.map(({ relation, node }) => (relation.status === 'REFUTED' ? `REFUTED ${node.slug}` : node.slug)),
    ]),
  );
}
