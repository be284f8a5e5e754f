import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Edges<N> {
  readonly edges: readonly { readonly relation: { readonly status: string }; readonly node: N }[];
}
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
    expect(domain.tools.totalCount).toBe(11);
    expect(toolsWithMakers(domain.tools)).toEqual({
      // §2.3: the GPT series with ChatGPT and GPT-4 by OpenAI, Transformer by Google, Grover with its correction.
      'gpt-series': { openai: openaiRegions },
      chatgpt: { openai: openaiRegions },
      'gpt-4': { openai: openaiRegions },
      transformer: { google: [] },
      grover: { 'allen-institute-for-ai': [], 'university-of-washington': [] },
      // §4: tools whose uses include natural language.
      'ibm-watson': { ibm: ['united-states'] },
      paddlepaddle: { baidu: ['china'] },
      easydl: { baidu: ['china'] },
      'tencent-ai-lab': { tencent: ['china'] },
      'tencent-cloud': { tencent: ['china'] },
      'ai-writer': { tencent: ['china'] },
    });
  });

  it('include Grover by IBM and OpenAI in Europe, as the article states, if refuted facts count', async () => {
    const statuses = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];
    const { domain } = await api.query<OperationData>(operation, { statuses });
    expect(toolsWithMakers(domain.tools)).toMatchObject({
      chatgpt: { openai: ['REFUTED europe', ...openaiRegions] },
      grover: { 'REFUTED ibm': ['united-states'], 'allen-institute-for-ai': [], 'university-of-washington': [] },
    });
  });

  it('are DeepCoder by Microsoft and Cambridge and two tools without a maker for code', async () => {
    const { domain } = await api.query<OperationData>(operation, { domain: 'code' });
    expect(toolsWithMakers(domain.tools)).toEqual({
      deepcoder: { microsoft: [], 'university-of-cambridge': [] },
      kite: {},
      snyk: {},
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
    fromEdges(companies, ({ regions }) => Object.keys(fromEdges(regions, returnTrue))),
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

function returnTrue(): boolean {
  return true;
}
