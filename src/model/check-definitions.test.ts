import { describe, expect, it } from 'vitest';
import { relations, types } from '../../tests/model/minimal-model.js';
import { parseModel } from './read-model.js';

/** Parses the model with one change, and returns the lines of the error, one per problem. */
function problemsAfterChange(search: string, replacement: string): string[] {
  const files = Object.entries({ types, relations }).map(([name, text]) => ({
    name: `schema/${name}.graphql`,
    text: text.replace(search, replacement),
  }));
  try {
    parseModel(files);
  } catch (error) {
    return String(error).split('\n').slice(1);
  }
  return [];
}

describe('The problems of a model name the file, line, type and field, and what is expected, for', () => {
  it.each([
    [
      'a missing enum of the relation types',
      'enum RelationType',
      'enum Relations',
      /types.graphql:3: RelationType: expected `enum RelationType` in a file of the model, .* `WROTE @relation.*`, found none/,
    ],
    [
      'an enum without values',
      relations,
      'enum RelationType',
      /relations.graphql:1: RelationType: expected at least one value in the enum, found none/,
    ],
    [
      'a model without types',
      types,
      'enum Genre { NOVEL }',
      /types.graphql:1: the model: expected at least one type, such as `type Book @entity`, found none/,
    ],
    [
      'a file without definitions',
      relations,
      '# Later.',
      /relations.graphql:1: expected a model in GraphQL, found an error: Syntax Error: Unexpected end of file/,
    ],
    [
      'a text without an end',
      '"The year it appeared."',
      '"The year it appeared.',
      /types.graphql:9: expected a model in GraphQL, found an error: Syntax Error: Unterminated string/,
    ],
    [
      'an unknown directive of a type',
      'type Author @entity',
      'type Author @entities',
      /types.graphql:3: Author: expected one of @entity, @sections, @view, found @entities/,
    ],
    [
      'a directive that fields cannot have',
      'year: Int!',
      'year: Int! @acyclic',
      /types.graphql:10: Book.year: expected one of @relationship, .*@label, found @acyclic/,
    ],
    [
      'a directive of an enum',
      'enum RelationType',
      'enum RelationType @relation',
      /relations.graphql:3: RelationType: expected one of @atlas, found @relation/,
    ],
    [
      'a directive without a required argument',
      'year: Int!',
      'year: Int! @property',
      /types.graphql:10: Book.year: .*"@property" argument "name" of type "String!" is required/,
    ],
    [
      'an unknown type of a value',
      'year: Int!',
      'year: Year!',
      /types.graphql:10: Book.year: expected one of String, .*an enum of the model, or a relation, found Year/,
    ],
    [
      'an unknown type of entities',
      '[Author!]!',
      '[Writer!]!',
      /types.graphql:12: Book.authors: expected a type of entity, because the field follows a relation, found Writer/,
    ],
    [
      'an unknown type of entities that cite a section',
      'year: Int!',
      'cited: [Writer!]! @cited',
      /types.graphql:10: Book.cited: expected `\[Entity!\]!`, because the field lists the entities .*, found Writer/,
    ],
    [
      'an interface',
      'type Author @entity',
      'type Author implements Person @entity',
      /types.graphql:3: Author: expected no `implements`, because a model has no interfaces, found Person/,
    ],
    [
      'two fields of the same name',
      'year: Int!',
      'authors: Int!',
      /types.graphql:12: Book.authors: .*"Book.authors" can only be defined once/,
    ],
    [
      'an extension of a type that does not exist',
      '"A work',
      'extend type Writer { "A year." born: Int }\n"A work',
      /types.graphql:7: Writer: .*Cannot extend type "Writer" because it is not defined/,
    ],
    [
      'an enum that the API has',
      '"A work',
      'enum Direction { LEFT }\n"A work',
      /types.graphql:7: Direction: .*only one type named "Direction"/,
    ],
    [
      'a name of the atlas on another enum',
      '"A work',
      '"A genre." enum Genre @atlas(en: "Books") { "A long story." NOVEL }\n"A work',
      /types.graphql:7: Genre: expected @atlas on the enum RelationType only, found @atlas/,
    ],
    [
      'a scalar type that GraphQL has',
      '"A work',
      '"A price." type Float @entity\n"A work',
      /types.graphql:7: Float: expected a name that the API has not reserved, found Float, which is reserved/,
    ],
  ])('%s', (_name, search, replacement, expected) => {
    expect(problemsAfterChange(search, replacement)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['type Author @entity', 'type RelationType @entity'],
    ['type Author @entity', 'type EntityType @entity'],
    ['"A work', 'directive @entity on OBJECT\n"A work'],
    ['"A work', 'extend enum RelationType { DREW }\n"A work'],
    ['"A work', 'schema { query: Query }\n"A work'],
  ])('no line outside of its files, after a change of %s to %s', (search, replacement) => {
    const problems = problemsAfterChange(search, replacement);
    expect(problems.filter((line) => !/^ {2}schema\/(types|relations).graphql:\d+: \w/.test(line))).toEqual([]);
    expect(problems).not.toEqual([]);
  });
});
