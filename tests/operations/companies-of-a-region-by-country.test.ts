import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface OperationData {
  readonly region: {
    readonly companies: { readonly totalCount: number };
    readonly children: {
      readonly nodes: readonly {
        readonly slug: string;
        readonly companies: { readonly totalCount: number; readonly nodes: readonly { readonly slug: string }[] };
      }[];
    };
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('companies-of-a-region-by-country');

describe('the companies of a region by country', () => {
  it('are those of chapter 3 and the Chinese ones of chapter 4 in Asia', async () => {
    const { region } = await api.query<OperationData>(operation);
    expect(slugsByCountry(region)).toEqual({
      china: [
        ...['alibaba', 'baidu', 'bytedance', 'damo-academy', 'dtplus', 'huawei'],
        ...['institute-of-automation-chinese-academy-of-sciences', 'jd-com', 'linfengyun', 'megvii'],
        ...['netease-cloud-music', 'niutrans', 'ocean-engine', 'ruhnn', 'sensetime', 'tencent', 'tsinghua-university'],
        ...['turing-robot', 'tushuo-technology', 'ubtech', 'xiaoxiang-life'],
      ],
      india: ['fluid-ai', 'haptik'],
      israel: ['beyondminds', 'lightricks'],
      japan: ['leapmind', 'preferred-networks'],
      singapore: ['pencil-ai', 'taiger'],
      'south-korea': ['kakao', 'naver'],
    });
    expect(region.companies.totalCount).toBe(21 + 5 * 2);
  });

  it('exclude companies whose location in Europe is refuted', async () => {
    const { region } = await api.query<OperationData>(operation, { region: 'europe' });
    expect(slugsByCountry(region)).toEqual({
      france: ['obvious', 'scribens'],
      germany: ['merantix'],
      switzerland: ['inpher'],
      'united-kingdom': ['deepmind'],
    });
    // The article places Graphcore in Europe without a country.
    expect(region.companies.totalCount).toBe(6);
  });

  it('match the article if refuted facts count', async () => {
    const statuses = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];
    const { region } = await api.query<OperationData>(operation, { region: 'europe', statuses });
    expect(slugsByCountry(region)).toMatchObject({
      germany: ['framed-io', 'merantix'],
      switzerland: ['hugging-face', 'inpher'],
    });
    expect(region.companies.totalCount).toBe(9); // paragraph 3 lists OpenAI among the European companies
  });
});

function slugsByCountry({ children }: OperationData['region']): Record<string, string[]> {
  for (const { companies } of children.nodes) expect(companies.totalCount).toBe(companies.nodes.length);
  return Object.fromEntries(
    children.nodes.map(({ slug, companies }) => [slug, companies.nodes.map((company) => company.slug)]),
  );
}
