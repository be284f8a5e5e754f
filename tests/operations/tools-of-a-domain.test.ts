import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { allStatuses, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Region {
  readonly slug: string;
}
interface Company {
  readonly slug: string;
  readonly regions: Edges<Region>;
}
interface Tool {
  readonly slug: string;
  readonly companies: Edges<Company>;
}
interface OperationData {
  readonly domain: { readonly name: string; readonly tools: { readonly totalCount: number } & Edges<Tool> };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('tools-of-a-domain');

describe('the tools of a domain with their makers and locations', () => {
  it('are the text tools of section 2.3 and those that chapter 4 associates with text', async () => {
    const { domain } = await api.query<OperationData>(operation);
    expect(domain.name).toBe('Text');
    expect(domain.tools.totalCount).toBe(domain.tools.edges.length);
    expect(toolsWithMakers(domain.tools)).toMatchObject({
      // §2.3: the GPT series with ChatGPT and GPT-4 by OpenAI, Transformer by Google, Grover with its correction.
      'gpt-series': { openai: openaiRegions },
      chatgpt: { openai: openaiRegions },
      'gpt-4': { openai: openaiRegions },
      transformer: { google: ['united-states'] },
      grover: { 'allen-institute-for-ai': ['united-states'], 'university-of-washington': ['united-states'] },
      // §4: tools whose uses include natural language.
      'ibm-watson': { ibm: ['north-america', 'united-states'] },
      paddlepaddle: { baidu: ['beijing', 'china'] },
      easydl: { baidu: ['beijing', 'china'] },
      'tencent-cloud': { tencent: ['china', 'shenzhen'] },
    });
  });

  it('mark as doubtful AI Writer, of which no trace was found', async () => {
    const { domain } = await api.query<OperationData>(operation);
    const aiWriter = domain.tools.edges.find(({ node }) => node.slug === 'ai-writer');
    expect(aiWriter?.relation.status).toBe('DOUBTFUL');
    expect(aiWriter?.node.companies.edges.map(({ relation }) => relation.status)).toEqual(['DOUBTFUL']);
  });

  it('include Grover by IBM and OpenAI in Europe, as the article states, if refuted facts count', async () => {
    const { domain } = await api.query<OperationData>(operation, { statuses: allStatuses });
    expect(toolsWithMakers(domain.tools)).toMatchObject({
      chatgpt: { openai: ['REFUTED europe', ...openaiRegions] },
      grover: { 'REFUTED ibm': ['north-america', 'united-states'] },
    });
  });

  it('are for code the three tools of section 2.7, with the makers of Kite and Snyk by a curator', async () => {
    const { domain } = await api.query<OperationData>(operation, { domain: 'code' });
    expect(toolsWithMakers(domain.tools)).toMatchObject({
      deepcoder: { microsoft: ['united-states'], 'university-of-cambridge': ['united-kingdom'] },
      kite: { kite: ['san-francisco'] },
      snyk: { snyk: ['united-states'] },
    });
  });

  it('are null for an unknown domain', async () => {
    expect(await api.query(operation, { domain: 'cooking' })).toEqual({ domain: null });
  });
});

const openaiRegions = ['north-america', 'san-francisco', 'united-states'];

/** Maps each tool to its makers and their locations; refuted facts have a prefix. */
function toolsWithMakers(tools: Edges<Tool>): Record<string, Record<string, string[]>> {
  return fromEdges(tools, ({ companies }) =>
    fromEdges(companies, ({ regions }) => Object.keys(fromEdges(regions, () => true))),
  );
}

function fromEdges<N extends { readonly slug: string }, T>(list: Edges<N>, toValue: (node: N) => T): Record<string, T> {
  return Object.fromEntries(
    list.edges.map(({ relation, node }) => [
      relation.status === 'REFUTED' ? `REFUTED ${node.slug}` : node.slug,
      toValue(node),
    ]),
  );
}
