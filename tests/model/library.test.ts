import { describe, expect, it } from 'vitest';
import { serveLibraryApi } from './library-model.js';

// The expected values come from tests/model/library/data.

const { api, load } = serveLibraryApi();

describe('a server of a custom model', () => {
  it('describes the loaded dataset', async () => {
    const { dataset } = await api.query<{ dataset: object }>(
      '{ dataset { title version types { type count } linkCount } }',
    );
    expect(dataset).toEqual({
      title: 'A library that was made up',
      version: '1.0.0',
      types: [
        { type: 'AUTHOR', count: 4 },
        { type: 'BOOK', count: 5 },
        { type: 'PRINTING_PRESS', count: 2 },
      ],
      linkCount: 17,
    });
  });

  it('changes nothing when the same data are loaded again', async () => {
    expect(await load()).toMatchObject({ unchanged: true });
  });

  it('returns an entity with its values and its relations', async () => {
    const { book } = await api.query<{ book: object }>(`{
      book(slug: "the-last-tide") {
        __typename id name year genre rating shelfMark lastYear citations { chapter paragraph }
        press { name } sequelOf { slug sequelOf { slug } }
        authors { totalCount edges { node { name born isAlive } relation { id type status } } }
      }
    }`);
    expect(book).toEqual({
      ...{ __typename: 'Book', id: 'Book:the-last-tide', name: 'The Last Tide', year: 1940, genre: 'NOVEL', rating: 4 },
      ...{ shelfMark: null, lastYear: null, citations: [], press: { name: 'Harbour Press' } },
      sequelOf: { slug: 'the-low-tide', sequelOf: { slug: 'the-long-tide' } },
      authors: {
        totalCount: 2,
        edges: [
          {
            node: { name: 'Ben Marrow', born: 1902, isAlive: false },
            relation: { id: 'WROTE:ben-marrow:the-last-tide', type: 'WROTE', status: 'UNCHECKED' },
          },
          {
            node: { name: 'Dov Ames', born: 1960, isAlive: true },
            relation: { id: 'WROTE:dov-ames:the-last-tide', type: 'WROTE', status: 'UNCHECKED' },
          },
        ],
      },
    });
  });

  it('supports type names of several words in root fields, ids and enums', async () => {
    const { printingPress, node } = await api.query<{ printingPress: object; node: object }>(`{
      printingPress(slug: "north-house") { id books { nodes { slug } } }
      node(id: "PrintingPress:harbour-press") { __typename ... on PrintingPress { name } }
    }`);
    expect(printingPress).toEqual({
      id: 'PrintingPress:north-house',
      books: { nodes: [{ slug: 'salt-verses' }, { slug: 'on-margins' }] },
    });
    expect(node).toEqual({ __typename: 'PrintingPress', name: 'Harbour Press' });
  });

  it('searches, suggests and resolves names', async () => {
    const data = await api.query<object>(`{
      search(text: "tide") { totalCount types { type count } nodes { slug } }
      suggest(prefix: "the lo") { text hint }
      resolve(names: ["B. Marrow"]) { candidates { node { slug } } }
    }`);
    expect(data).toMatchObject({
      search: {
        totalCount: 4,
        types: [
          { type: 'BOOK', count: 3 },
          { type: 'AUTHOR', count: 1 },
        ],
      },
      suggest: [
        { text: 'The Low Tide', hint: 'Book · Ben Marrow' },
        { text: 'The Long Tide', hint: 'Book · Ben Marrow' },
      ],
      resolve: [{ candidates: [{ node: { slug: 'ben-marrow' } }] }],
    });
  });

  it('returns paths, neighborhoods, similar entities and connecting subgraphs', async () => {
    const data = await api.query<object>(`{
      paths(from: "PrintingPress:harbour-press", to: "Author:cora-lane") { length nodes { id } relations { id } }
      typed: paths(from: "Author:ada-quill", to: "Author:dov-ames", types: [INFLUENCED], direction: OUT) { length }
      neighborhood(ids: ["Author:cora-lane"], entityTypes: [AUTHOR]) { nodes { id } }
      between(ids: ["Book:the-long-tide", "Book:the-last-tide"]) { nodes { id } }
      similar(id: "Book:the-low-tide", first: 1) { score entity { id } }
      relations(status: [REFUTED]) { nodes { id note corrections { id } } }
    }`);
    expect(data).toEqual({
      paths: [
        {
          length: 4,
          nodes: expect.arrayContaining([{ id: 'PrintingPress:harbour-press' }, { id: 'Author:cora-lane' }]),
          relations: expect.arrayContaining([{ id: 'INFLUENCED:ada-quill:cora-lane' }]),
        },
      ],
      typed: [{ length: 2 }],
      neighborhood: { nodes: [{ id: 'Author:ada-quill' }, { id: 'Author:cora-lane' }] },
      between: {
        nodes: [
          { id: 'Author:ben-marrow' },
          { id: 'Book:the-last-tide' },
          { id: 'Book:the-long-tide' },
          { id: 'Book:the-low-tide' },
          { id: 'PrintingPress:harbour-press' },
        ],
      },
      similar: [{ score: 0.4, entity: { id: 'Book:the-long-tide' } }],
      relations: {
        nodes: [
          {
            id: 'WROTE:ada-quill:on-margins',
            note: 'She had died long before it was written.',
            corrections: [{ id: 'WROTE:cora-lane:on-margins' }],
          },
        ],
      },
    });
  });

  it('describes the model to clients', async () => {
    const data = await api.query<{ model: object }>(`{
      model {
        name
        languages
        types { type typeName label plural field listField color shape isSection fields { name label valueType values { value label } target relationType isList } }
        relationTypes { type phrase inverse pairs { from to } }
        views { kind type title intro fields }
      }
    }`);
    expect(data.model).toMatchObject({
      name: 'Library',
      languages: ['EN'],
      types: [
        {
          type: 'AUTHOR',
          typeName: 'Author',
          label: 'author',
          plural: 'authors',
          listField: 'authors',
          shape: 'CIRCLE',
        },
        {
          type: 'BOOK',
          fields: expect.arrayContaining([
            expect.objectContaining({
              name: 'genre',
              valueType: 'Genre',
              values: [
                { value: 'NOVEL', label: 'novel' },
                { value: 'POETRY', label: 'poetry' },
                { value: 'NON_FICTION', label: 'non-fiction' },
              ],
            }),
            expect.objectContaining({
              name: 'press',
              target: 'PRINTING_PRESS',
              relationType: 'PUBLISHED_BY',
              isList: false,
            }),
          ]),
        },
        {
          type: 'PRINTING_PRESS',
          plural: 'printing presses',
          field: 'printingPress',
          listField: 'printingPresses',
          color: '#aa3377',
          shape: 'STAR',
        },
      ],
      relationTypes: [
        { type: 'WROTE', phrase: 'wrote', inverse: 'written by', pairs: [{ from: 'AUTHOR', to: 'BOOK' }] },
        { type: 'PUBLISHED_BY' },
        { type: 'INFLUENCED' },
        { type: 'SEQUEL_OF', pairs: [{ from: 'BOOK', to: 'BOOK' }] },
      ],
      views: [
        { kind: 'TIMELINE', type: 'BOOK', title: 'Books by year', fields: ['year', 'lastYear', 'authors'] },
        { kind: 'LANDSCAPE', type: 'PRINTING_PRESS', title: 'Presses and their books', fields: ['books', 'authors'] },
      ],
    });
  });
});

describe('the exports of a custom model', () => {
  const get = (path: string): Promise<Response> => fetch(new URL(path, api.url));

  it('contain its types and colors', async () => {
    const response = await get('/export/graph.graphology.json?entityTypes=printing_press,BOOK');
    const { nodes, edges } = (await response.json()) as {
      nodes: { attributes: Record<string, unknown> }[];
      edges: unknown[];
    };
    expect(nodes.map(({ attributes: { kind, color } }) => [kind, color])).toEqual([
      ...Array.from({ length: 5 }, () => ['Book', '#17877a']),
      ...Array.from({ length: 2 }, () => ['PrintingPress', '#aa3377']),
    ]);
    expect(edges).toHaveLength(7);
  });

  it('reject a type of another model and list the valid types', async () => {
    const response = await get('/export/nodes.csv?entityTypes=COMPANY');
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('of AUTHOR, BOOK, PRINTING_PRESS, but got'),
    ]);
  });
});
