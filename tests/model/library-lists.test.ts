import { describe, expect, it } from 'vitest';
import { serveLibraryApi } from './library-model.js';

// The expected values come from tests/model/library/data.

const { api } = serveLibraryApi();

interface NodeList {
  readonly nodes: readonly { readonly slug: string }[];
}

async function slugs(list: string): Promise<string[]> {
  const { found } = await api.query<{ found: NodeList }>(`{ found: ${list} { nodes { slug } } }`);
  return found.nodes.map(({ slug }) => slug);
}

describe('a list of a custom model', () => {
  it.each([
    ['books', ['salt-verses', 'the-long-tide', 'the-low-tide', 'the-last-tide', 'on-margins']],
    ['books(where: { year: { gte: 1935, lte: 1940 } })', ['the-low-tide', 'the-last-tide']],
    ['books(where: { rating: { gte: 3.75 } })', ['salt-verses', 'the-long-tide', 'the-last-tide']],
    ['books(where: { not: { rating: { gte: 3.75 } } })', ['the-low-tide', 'on-margins']],
    ['books(where: { genre: [POETRY, NON_FICTION] })', ['salt-verses', 'on-margins']],
    ['books(where: { publishedBy: { slug: { eq: "north-house" } } })', ['salt-verses', 'on-margins']],
    ['books(where: { within: "the-low-tide" })', ['the-low-tide', 'the-last-tide']],
    ['authors(where: { alive: true })', ['cora-lane', 'dov-ames']],
    ['authors(where: { not: { alive: true } })', ['ada-quill', 'ben-marrow']],
    ['authors(where: { motto: { eq: "éLAN VITAL" } })', ['cora-lane']],
    ['authors(where: { motto: { startsWith: "INK" } })', ['ada-quill']],
    ['authors(where: { motto: { contains: "ta" } })', ['cora-lane']],
    ['authors(where: { wrote: { genre: [NOVEL] } })', ['ben-marrow', 'dov-ames']],
    ['authors(where: { born: { in: [1871, 1960] } })', ['ada-quill', 'dov-ames']],
  ])('filters by fields of every type: %s', async (list, expected) => {
    expect(await slugs(list)).toEqual(expected);
  });

  it.each([
    ['authors(orderBy: [{ field: BORN }])', ['ada-quill', 'ben-marrow', 'dov-ames', 'cora-lane']],
    ['authors(orderBy: [{ field: BORN, direction: DESC }])', ['cora-lane', 'dov-ames', 'ben-marrow', 'ada-quill']],
    ['authors(orderBy: [{ field: BOOKS, direction: DESC }])', ['ben-marrow', 'ada-quill', 'cora-lane', 'dov-ames']],
    [
      'books(orderBy: [{ field: RATING }])',
      ['on-margins', 'the-long-tide', 'the-last-tide', 'salt-verses', 'the-low-tide'],
    ],
    [
      'books(orderBy: [{ field: NAME }])',
      ['on-margins', 'salt-verses', 'the-last-tide', 'the-long-tide', 'the-low-tide'],
    ],
    ['printingPresses(orderBy: [{ field: BOOKS, direction: DESC }])', ['harbour-press', 'north-house']],
  ])('sorts null last in ascending order: %s', async (list, expected) => {
    expect(await slugs(list)).toEqual(expected);
  });

  it('paginates in an order with null values', async () => {
    const visitedSlugs: string[] = [];
    let after: string | null = null;
    do {
      const query =
        'query ($after: String) { books(first: 2, after: $after, orderBy: [{ field: RATING, direction: DESC }]) { nodes { slug } pageInfo { endCursor hasNextPage } } }';
      const { books }: { books: NodeList & { pageInfo: { endCursor: string; hasNextPage: boolean } } } =
        await api.query(query, { after });
      visitedSlugs.push(...books.nodes.map(({ slug }) => slug));
      after = books.pageInfo.hasNextPage ? books.pageInfo.endCursor : null;
    } while (after !== null);
    expect(visitedSlugs).toEqual(['the-low-tide', 'salt-verses', 'the-last-tide', 'the-long-tide', 'on-margins']);
  });

  it('groups by value and by related entity', async () => {
    const { books } = await api.query<{ books: object }>(
      '{ books { genres: groups(by: GENRE) { key count } authors: groups(by: AUTHOR) { key count entity { name } } } }',
    );
    expect(books).toEqual({
      genres: [
        { key: 'NOVEL', count: 3 },
        { key: 'NON_FICTION', count: 1 },
        { key: 'POETRY', count: 1 },
      ],
      authors: [
        { key: 'ben-marrow', count: 3, entity: { name: 'Ben Marrow' } },
        { key: 'ada-quill', count: 1, entity: { name: 'Ada Quill' } },
        { key: 'cora-lane', count: 1, entity: { name: 'Cora Lane' } },
        { key: 'dov-ames', count: 1, entity: { name: 'Dov Ames' } },
      ],
    });
  });
});
