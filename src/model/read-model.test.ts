import { describe, expect, it } from 'vitest';
import { relations, types } from '../../tests/model/minimal-model.js';
import { parseModel } from './read-model.js';

/** Parses the model with one change, and returns the message of the error. */
function errorAfterChange(search: string | RegExp, replacement: string | ((found: string) => string)): string {
  const change = (text: string): string =>
    typeof replacement === 'string' ? text.replace(search, replacement) : text.replace(search, replacement);
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

describe('parseModel', () => {
  it('derives names, files and phrases from a minimal model', () => {
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

  it('splits type names of several words for enum values, fields, files and labels', () => {
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

describe('parseModel reports the file, line, type and field of', () => {
  it.each([
    [
      'a syntax error',
      'type Author @entity',
      'type @entity',
      /types.graphql:3: expected a model in GraphQL, found .*Syntax Error/,
    ],
    [
      'an unknown entity type of a relation',
      '[AUTHOR]',
      '[WRITER]',
      /relation-types.graphql:5: RelationType.WROTE: expected @relation\(from:\) to be one of AUTHOR, BOOK, found WRITER/,
    ],
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
      /types.graphql:5: Author.books: expected @relationship\(type:\) to be one of WROTE, found DREW/,
    ],
    [
      'a relation type that does not connect the types',
      'authors: [Author!]!',
      'authors: [Book!]!',
      /types.graphql:12: Book.authors: expected a relation type that connects Book and Book, found WROTE/,
    ],
    [
      'an unused relation type',
      'inverse: "written by")\n',
      'inverse: "written by")\n "More." DREW @relation(from: [AUTHOR]) @phrase(en: "drew", inverse: "drawn by")\n',
      /relation-types.graphql:6: RelationType.DREW: expected a field with @relationship\(type: DREW\), found an unused relation type/,
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
      'a reserved type name',
      /\bauthor\b/gi,
      (word: string) => (word === 'AUTHOR' ? 'PATH' : 'Path'),
      /types.graphql:3: Path: expected a name that the API has not reserved, found Path, which is reserved/,
    ],
    [
      'a type name in lower case',
      /\bAuthor\b/g,
      'author',
      /author: expected a name such as ResearchArea, found author/,
    ],
    ['a relation type in lower case', /\bWROTE\b/g, 'wrote', /wrote: expected a name such as WORKED_AT, found wrote/],
    [
      'a reserved field name',
      'year: Int!',
      'degree: Int!',
      /types.graphql:10: Book.degree: expected a name that no field of `Entity` has, found degree, which is reserved/,
    ],
    [
      'a reserved root field name',
      'type Book @entity',
      'type Book @entity(plural: "paths")',
      /types.graphql:8: Book: expected unique root fields: choose another name or plural, found the root field paths, which the API itself already has/,
    ],
    [
      'a plural that another type already has',
      'type Book @entity',
      'type Book @entity(plural: "authors")',
      /types.graphql:8: Book: .*the root field authors, which Author already has/,
    ],
    [
      'a plural that equals the name',
      'type Book @entity',
      'type Book @entity(plural: "book")',
      /types.graphql:8: Book: expected a plural that differs from the name, found book for both/,
    ],
    [
      'a missing Chinese text in a model that has others',
      'type Book @entity',
      'type Book @entity(zh: "书")',
      /types.graphql:3: Author: expected a Chinese text for each English one, as elsewhere in the model, found only "author"/,
    ],
    [
      'an order by a field that does not exist',
      'type Book @entity',
      'type Book @entity(orderedBy: "pages")',
      /types.graphql:8: Book: expected orderedBy to name a required field of type Int or String, not localized, found pages/,
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
      'entities without @relationship',
      ' @relationship(type: WROTE)\n}\n"A work',
      '\n}\n"A work',
      /Author.books: expected @relationship, because the field returns entities, found none/,
    ],
    [
      'a filter name that is already in use',
      'year: Int!',
      'year: Int! @filter(name: "slug")',
      /Book.year: expected a unique name of the filter, found slug, which every filter already has/,
    ],
    [
      '@property for a property that the loader writes',
      'year: Int!',
      'year: Int! @property(name: "sortKey")',
      /Book.year: expected @property to give `name` or `summary` another name, found sortKey/,
    ],
    [
      'a definition that models cannot contain',
      '"A work',
      'scalar Date\n"A work',
      /expected only types with @entity, enums and `extend type`, found `scalar Date`/,
    ],
    [
      'a view of a field that does not exist',
      'type Book @entity',
      'type Book @entity @view(kind: LANDSCAPE, fields: ["authors", "pages"], title: "All", intro: "All of them.")',
      /types.graphql:8: Book: expected a field that returns a list of entities at position 2 of @view\(kind: LANDSCAPE\), found pages/,
    ],
  ])('%s', (_name, search, replacement, expected) => {
    expect(errorAfterChange(search, replacement)).toMatch(expected);
  });

  it('all problems at once', () => {
    const files = [{ name: 'schema/all.graphql', text: (types + relations).replaceAll(/"[A-Z][^"]*\."/g, '') }];
    expect(() => parseModel(files)).toThrow(/The model has 7 problems; correct and try again:\n/);
  });
});
