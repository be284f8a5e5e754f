import { makeExecutableSchema } from '@graphql-tools/schema';
import { graphql, type GraphQLSchema } from 'graphql';
import type { Page } from 'playwright-core';
import { expandModel } from '../../src/model/expand/expand-model.js';
import { readBaseFiles } from '../../src/model/read-model.js';
import { modelDescription } from '../../src/model/resolvers.js';
import { libraryModel } from './library-model.js';

/** Answers what a page asks with the books of a small library instead of the server's data; notes every refusal. */
export async function answerFromLibrary(page: Page): Promise<readonly string[]> {
  const refusals: string[] = [];
  const schema = librarySchema();
  await page.route('**/graphql', async (route) => {
    const { query, variables } = requestIn(route.request().postData() ?? '');
    const answer = await graphql({ schema, source: query, variableValues: variables, rootValue: library });
    refusals.push(...(answer.errors ?? []).map(({ message }) => `${message} in ${query}`));
    return route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(answer) });
  });
  return refusals;
}

function librarySchema(): GraphQLSchema {
  const model = libraryModel();
  return makeExecutableSchema({ typeDefs: expandModel(model, readBaseFiles()), resolvers: modelDescription(model) });
}

interface Request {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

function requestIn(body: string): Request {
  return JSON.parse(body) as Request; // written by our own page
}

function entity(typename: string, slug: string, name: string, own: object) {
  const summary = `${name}, as the catalogue has it.`;
  const shared = { slug, name, summary, aliases: [], citations: [], degree: 1, relations: () => pageOf([]) };
  return { __typename: typename, id: `${typename}:${slug}`, ...shared, ...own };
}

function pageOf(nodes: readonly object[]) {
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
  const edges = nodes.map((node) => ({ cursor: '', node, relation: { status: 'UNCHECKED' } }));
  return { totalCount: nodes.length, nodes, edges, pageInfo };
}

const teacher = entity('Author', 'ann', 'Ann', {
  state: true,
  since: 1950,
  books: () => pageOf([]),
  teacher: null,
  pupils: () => pageOf([pupil]),
});
const pupil = entity('Author', 'bob', 'Bob', {
  state: false,
  since: 1970,
  books: () => pageOf([book]),
  teacher: () => teacher,
  pupils: () => pageOf([]),
});
const book = entity('Book', 'stars', 'On stars', {
  state: 'LENT',
  since: 1980,
  until: 1990,
  authors: () => pageOf([pupil]),
  shelf: () => shelf,
  subjects: () => pageOf([astronomy]),
});
const science = entity('Subject', 'science', 'Science', {
  state: 'open',
  around: null,
  inside: () => pageOf([astronomy]),
  books: () => pageOf([]),
});
const astronomy = entity('Subject', 'astronomy', 'Astronomy', {
  state: 'open',
  around: () => science,
  inside: () => pageOf([]),
  books: () => pageOf([book]),
});
const shelf = entity('Shelf', 'first', 'First shelf', { books: () => pageOf([book]) });
const entities = [teacher, pupil, book, science, astronomy, shelf];

const library = {
  dataset: {
    ...{ title: 'The library', version: '1.0.0', hash: 'a', source: 'a catalogue', publishedOn: '2025-01-03' },
    ...{ nodeCount: entities.length, linkCount: 0, types: [] },
  },
  graph: { truncated: false, nodeCount: entities.length, linkCount: 0, nodes: entities, links: [] },
  node: ({ id }: { readonly id: string }) => entities.find((one) => one.id === id) ?? null,
  authors: pageOf([teacher, pupil]),
  books: pageOf([book]),
  subjects: pageOf([science, astronomy]),
  shelves: pageOf([shelf]),
};
