import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { allStatuses, statusesOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Company {
  readonly slug: string;
  readonly operatingStatus: string | null;
}
interface Location {
  readonly basis: string;
}
interface OperationData {
  readonly region: {
    readonly companies: { readonly totalCount: number };
    readonly children: {
      readonly nodes: readonly {
        readonly slug: string;
        readonly companies: { readonly totalCount: number } & Edges<Company, Location>;
      }[];
    };
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('companies-of-a-region-by-country');

describe('the companies of a region by country', () => {
  it('are in Asia those that chapters 3 and 4 name', async () => {
    const { region } = await api.query<OperationData>(operation);
    expect(statedByCountry(region)).toMatchObject({
      china: expect.arrayContaining([
        ...['alibaba', 'baidu', 'bytedance', 'damo-academy', 'huawei'],
        ...['institute-of-automation-chinese-academy-of-sciences', 'jd-com', 'linfengyun', 'megvii'],
        ...['netease-cloud-music', 'niutrans', 'ocean-engine', 'ruhnn', 'sensetime', 'tencent', 'tsinghua-university'],
        ...['turing-robot', 'tushuo-technology', 'ubtech', 'xiaoxiang-life'],
      ]) as unknown,
      india: ['fluid-ai', 'haptik'],
      israel: ['beyondminds', 'lightricks'],
      japan: ['leapmind', 'preferred-networks'],
      singapore: ['pencil-ai', 'taiger'],
      'south-korea': ['kakao', 'naver'],
    });
  });

  it('say that Taiger has left Singapore and that BeyondMinds closed', async () => {
    const { region } = await api.query<OperationData>(operation);
    const companiesOf = (slug: string) => region.children.nodes.find((country) => country.slug === slug)?.companies;
    expect(statusesOf(companiesOf('singapore') ?? { edges: [] })).toMatchObject({ taiger: 'DOUBTFUL' });
    const israeli = companiesOf('israel')?.edges.map(({ node }) => [node.slug, node.operatingStatus]);
    expect(israeli).toContainEqual(['beyondminds', 'CLOSED']);
  });

  it('exclude in Europe companies whose location there is refuted', async () => {
    const { region } = await api.query<OperationData>(operation, { region: 'europe' });
    expect(statedByCountry(region)).toMatchObject({
      france: ['obvious', 'scribens'],
      germany: ['framed-io', 'merantix'],
      switzerland: ['inpher'],
      'united-kingdom': ['deepmind'],
    });
  });

  it('match the article in Europe if refuted facts count', async () => {
    const withoutRefuted = await api.query<OperationData>(operation, { region: 'europe' });
    const { region } = await api.query<OperationData>(operation, { region: 'europe', statuses: allStatuses });
    expect(statedByCountry(region)).toMatchObject({ switzerland: ['hugging-face', 'inpher'] });
    // Paragraph 3 of chapter 3 also lists OpenAI among the European companies.
    expect(region.companies.totalCount).toBe(withoutRefuted.region.companies.totalCount + 2);
  });
});

/** Maps each country to the companies that the article locates there. */
function statedByCountry({ children }: OperationData['region']): Record<string, string[]> {
  for (const { companies } of children.nodes) expect(companies.totalCount).toBe(companies.edges.length);
  return Object.fromEntries(
    children.nodes.map(({ slug, companies }) => [
      slug,
      companies.edges.filter(({ relation }) => relation.basis === 'STATED').map(({ node }) => node.slug),
    ]),
  );
}
