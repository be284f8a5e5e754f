import { describe, expect, it } from 'vitest';
import { parseModel } from './read-model.js';

const types = `
"A person who writes."
type Author @entity {
  "The books of this author."
  books: [Book!]! @relationship(type: WROTE)
}
"A thing that is read."
type Book @entity {
  "The year it appeared."
  year: Int!
  "Who wrote it."
  authors: [Author!]! @relationship(type: WROTE)
}
`;

const relations = `
"What one says of another."
enum RelationType {
  "The author wrote the book."
  WROTE @relation(from: [AUTHOR], to: [BOOK]) @phrase(en: "wrote", inverse: "written by")
}
`;

/** The message that a model with one change gets. */
function complaint(what: string | RegExp, instead: string | ((found: string) => string)): string {
  const change = (text: string): string =>
    typeof instead === 'string' ? text.replace(what, instead) : text.replace(what, instead);
  const files = [
    { name: 'schema/types.graphql', text: change(types) },
    { name: 'schema/relation-types.graphql', text: change(relations) },
  ];
  try {
    parseModel(files);
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}

describe('A model', () => {
  it('is read from its short form', () => {
    const model = parseModel([{ name: 'schema/all.graphql', text: types + relations }]);
    expect(model.languages).toEqual(['EN']);
    expect(model.types.map(({ name, field, listField }) => [name, field, listField])).toEqual([
      ['Author', 'author', 'authors'],
      ['Book', 'book', 'books'],
    ]);
    expect(model.relationTypes).toMatchObject([
      { name: 'WROTE', file: 'relation/wrote', pairs: [['Author', 'Book']], inverse: { en: 'written by' } },
    ]);
  });

  it('may name types of several words, whose enum values, fields and files are spelled out', () => {
    const model = parseModel([
      {
        name: 'all',
        text: (types + relations).replaceAll('Author', 'GhostWriter').replaceAll('AUTHOR', 'GHOST_WRITER'),
      },
    ]);
    expect(model.types[1]).toMatchObject({
      ...{ name: 'GhostWriter', enumName: 'GHOST_WRITER', field: 'ghostWriter', listField: 'ghostWriters' },
      ...{ file: 'ghost-writer', label: { en: 'ghost writer' }, plural: { en: 'ghost writers' } },
    });
  });
});

describe('A mistake in a model is told with its file, line, type and field:', () => {
  it.each([
    [
      'text that is no GraphQL',
      'type Author @entity',
      'type @entity',
      /types.graphql:3: expected a model in GraphQL, found .*Syntax Error/,
    ],
    [
      'an unknown end',
      '[AUTHOR]',
      '[WRITER]',
      /relation-types.graphql:5: RelationType.WROTE: expected @relation\(from:\) to be of AUTHOR, BOOK, found WRITER/,
    ],
    ['an unknown directive', '@entity {', '@entities {', /types.graphql:3: .*Unknown directive "@entities"/],
    [
      'a type without @entity',
      'type Author @entity',
      'type Author',
      /types.graphql:3: Author: expected @entity on a type, found none/,
    ],
    [
      'a missing description',
      '"The year it appeared."',
      '',
      /types.graphql:10: Book.year: expected a description above the field, found none/,
    ],
    [
      'an unknown relation type',
      'books: [Book!]! @relationship(type: WROTE)',
      'books: [Book!]! @relationship(type: DREW)',
      /types.graphql:5: Author.books: expected @relationship\(type:\) to be of WROTE, found DREW/,
    ],
    [
      'a relation that does not join the types',
      'authors: [Author!]!',
      'authors: [Book!]!',
      /types.graphql:12: Book.authors: expected a relation type that joins Book and Book, found WROTE/,
    ],
    [
      'a relation nobody uses',
      'inverse: "written by")\n',
      'inverse: "written by")\n "More." DREW @relation(from: [AUTHOR]) @phrase(en: "drew", inverse: "drawn by")\n',
      /relation-types.graphql:6: RelationType.DREW: expected a field with @relationship\(type: DREW\), found a relation nobody uses/,
    ],
    [
      'a missing inverse field',
      /"Who wrote it."\n.*\n/,
      '',
      /types.graphql:5: Author.books: expected a field of Book that follows WROTE back to Author, .*extend type Book.*, found none/,
    ],
    [
      'a missing inverse phrase',
      ', inverse: "written by"',
      '',
      /relation-types.graphql:5: .*"@phrase" argument "inverse" of type "String!" is required/,
    ],
    [
      'a missing phrase',
      ' @phrase(en: "wrote", inverse: "written by")',
      '',
      /RelationType.WROTE: expected @phrase with both directions, found none/,
    ],
    [
      'a reserved type',
      /\bauthor\b/gi,
      (word: string) => (word === 'AUTHOR' ? 'PATH' : 'Path'),
      /types.graphql:3: Path: expected a name that the API has not reserved, found Path, which is reserved/,
    ],
    ['a type in small letters', /\bAuthor\b/g, 'author', /author: expected a name such as ResearchArea, found author/],
    [
      'a relation type in small letters',
      /\bWROTE\b/g,
      'wrote',
      /wrote: expected a name such as WORKED_AT, found wrote/,
    ],
    [
      'a reserved field',
      'year: Int!',
      'degree: Int!',
      /types.graphql:10: Book.degree: expected a name that no field of every entity has, found degree, which is reserved/,
    ],
    [
      'a reserved root field',
      'type Book @entity',
      'type Book @entity(plural: "paths")',
      /types.graphql:8: Book: expected root fields of its own: another name or plural, found the root field paths, which the API itself has already/,
    ],
    [
      'a clash of plurals',
      'type Book @entity',
      'type Book @entity(plural: "authors")',
      /types.graphql:8: Book: .*the root field authors, which Author has already/,
    ],
    [
      'a plural like the name',
      'type Book @entity',
      'type Book @entity(plural: "book")',
      /types.graphql:8: Book: expected a plural other than its name, found book for both/,
    ],
    [
      'words without Chinese beside others that have it',
      'type Book @entity',
      'type Book @entity(zh: "书")',
      /types.graphql:3: Author: expected Chinese words beside the English ones, as elsewhere in the model, found only "author"/,
    ],
    [
      'an order by a field that may be missing',
      'type Book @entity',
      'type Book @entity(orderedBy: "pages")',
      /types.graphql:8: Book: expected orderedBy to name a field with an Int or a String that the data must have, found pages/,
    ],
    [
      'a field with arguments',
      'year: Int!',
      'year(of: Int): Int!',
      /types.graphql:10: Book.year: expected no arguments/,
    ],
    [
      'a list of values',
      'year: Int!',
      'year: [Int!]!',
      /Book.year: expected one of String, Int, Float, Boolean, an enum of the model, or a relation, found a list/,
    ],
    [
      'entities without a relation',
      ' @relationship(type: WROTE)\n}\n"A thing',
      '\n}\n"A thing',
      /Author.books: expected @relationship, since it leads to entities, found none/,
    ],
    [
      'a condition that is taken',
      'year: Int!',
      'year: Int! @filter(name: "slug")',
      /Book.year: expected a filter with a name of its own, found slug, which every filter has/,
    ],
    [
      'another name for a property that the loader writes',
      'year: Int!',
      'year: Int! @property(name: "sortKey")',
      /Book.year: expected @property to give `name` or `summary` another name, found sortKey/,
    ],
    [
      'a definition that a model has no use for',
      '"A thing',
      'scalar Date\n"A thing',
      /expected only types with @entity, enums and `extend type`, found `scalar Date`/,
    ],
    [
      'a view of a field that is not there',
      'type Book @entity',
      'type Book @entity @view(kind: LANDSCAPE, fields: ["authors", "pages"], title: "All", intro: "All of them.")',
      /types.graphql:8: Book: expected a field that leads to a list of entities at place 2 of @view\(kind: LANDSCAPE\), found pages/,
    ],
  ])('%s', (_name, what, instead, expected) => {
    expect(complaint(what, instead)).toMatch(expected);
  });

  it('all of them at once', () => {
    const files = [{ name: 'schema/all.graphql', text: (types + relations).replaceAll(/"[A-Z][^"]*\."/g, '') }];
    expect(() => parseModel(files)).toThrow(/The model has 7 problems; correct and try again:\n/);
  });
});
