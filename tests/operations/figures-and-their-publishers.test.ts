import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { slugsOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Figure {
  readonly slug: string;
  readonly basis: string;
  readonly kind: string;
  readonly year: number | null;
  readonly value: number;
  readonly publisher: string | null;
  readonly citations: readonly { readonly chapter: number; readonly paragraph: number }[];
  readonly relations: {
    readonly nodes: readonly {
      readonly status: string;
      readonly to: { readonly id: string };
      readonly references: readonly object[];
    }[];
  };
  readonly publishers: Edges<{ readonly slug: string }>;
  readonly publications: Edges<{ readonly slug: string; readonly publishedIn: number | null }>;
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

async function findFigures(): Promise<readonly Figure[]> {
  const { statistics } = await api.query<{ readonly statistics: { readonly nodes: readonly Figure[] } }>(
    readOperation('figures-and-their-publishers'),
  );
  return statistics.nodes;
}

async function findFigure(slug: string): Promise<Figure> {
  const figure = (await findFigures()).find((candidate) => candidate.slug === slug);
  if (figure === undefined) throw new Error(`No figure has the slug ${slug}.`);
  return figure;
}

describe('the figures', () => {
  it('are those of chapter 3, paragraphs 17 and 18, and those that a curator compares them with', async () => {
    const stated = (await findFigures()).filter(({ basis }) => basis === 'STATED');
    expect(
      Object.fromEntries(stated.map(({ slug, year, citations }) => [slug, [year, citations[0]?.paragraph]])),
    ).toEqual({
      'ai-data-share-now': [null, 17],
      'ai-data-share-2025': [2025, 17],
      'economic-value': [null, 17],
      'china-market-2023': [2023, 18],
      'market-2030': [2030, 18],
    });
  });

  it('name Gartner for 10 % in 2025, with the publications of the forecast', async () => {
    const share = await findFigure('ai-data-share-2025');
    expect(share).toMatchObject({ kind: 'FORECAST', value: 10, publisher: 'Gartner' });
    expect(slugsOf(share.publishers)).toEqual(['gartner']);
    expect(slugsOf(share.publications)).toContain('gartner-top-strategic-technology-trends-for-2022');
  });

  it('name Sequoia Capital for the trillions of dollars, from the essay that the article quotes', async () => {
    const value = await findFigure('economic-value');
    expect(slugsOf(value.publishers)).toEqual(['sequoia-capital']);
    expect(value.publications.edges.map(({ node }) => [node.slug, node.publishedIn])).toEqual([
      ['generative-ai-a-creative-new-world', 2022],
    ]);
  });

  it('say that the Chinese market of 2023 is doubtful, with references', async () => {
    const [measurement] = (await findFigure('china-market-2023')).relations.nodes;
    expect(measurement).toMatchObject({ status: 'DOUBTFUL', to: { id: 'Region:china' } });
    expect(measurement?.references).not.toEqual([]);
  });
});
