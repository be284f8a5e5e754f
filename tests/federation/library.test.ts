import { expect, it } from 'vitest';
import { serveLibraryApi } from '../model/library-model.js';
import { testHttpConfig } from '../setup/api.js';

const { api } = serveLibraryApi({ http: { ...testHttpConfig, isSubgraph: true } });

it('A subgraph of another model returns its entities by id and by slug', async () => {
  const all = [
    { __typename: 'PrintingPress', slug: 'north-house' },
    { __typename: 'Book', id: 'Book:the-last-tide' },
    { __typename: 'Author', slug: 'nobody' },
    { __typename: 'Relation', id: 'WROTE:dov-ames:the-last-tide' },
  ];
  const text = `query ($all: [_Any!]!) {
    _entities(representations: $all) {
      __typename
      ... on PrintingPress { books { nodes { slug } } }
      ... on Book { year authors(first: 1) { totalCount nodes { name } } }
      ... on Relation { to { name } }
    }
  }`;
  expect(await api.query(text, { all })).toEqual({
    _entities: [
      { __typename: 'PrintingPress', books: { nodes: [{ slug: 'salt-verses' }, { slug: 'on-margins' }] } },
      { __typename: 'Book', year: 1940, authors: { totalCount: 2, nodes: [{ name: 'Ben Marrow' }] } },
      null,
      { __typename: 'Relation', to: { name: 'The Last Tide' } },
    ],
  });
  const { errors } = await api.send(text, { all: [{ __typename: 'Company', id: 'Company:openai' }] });
  expect(errors).toMatchObject([{ message: expect.stringContaining('found "Company"') }]);
});
