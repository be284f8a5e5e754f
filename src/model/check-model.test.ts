import { describe, expect, it } from 'vitest';
import { parseModel } from './read-model.js';

const validModel = `
"A person who writes."
type Author @entity(plural: "living authors") {
  "The year of birth."
  born: Int! @filter(name: "birth_year") @group(name: "BIRTH")
  "The books of this author."
  books: [Book!]! @relationship(type: WROTE)
}
"A work that is read."
type Book @entity {
  "Who wrote it."
  author: Author @relationship(type: WROTE)
}
"The types of relations between authors and books."
enum RelationType {
  "The author wrote the book."
  WROTE @relation(from: [AUTHOR], to: [BOOK]) @phrase(en: "wrote", inverse: "written by")
}
`;

function parseChanged(oldText: string, newText: string): void {
  parseModel([{ name: 'schema/all.graphql', text: validModel.replace(oldText, newText) }]);
}

describe('checkModel', () => {
  it('accepts a plural of several words, and names with an underscore', () => {
    expect(() => parseChanged('', '')).not.toThrow();
  });

  it.each(['\\"', '\\\\', '\\n', ',', 'é'])('rejects a plural that contains %s', (character) => {
    expect(() => parseChanged('living authors', `living${character} authors`)).toThrow(
      /schema\/all.graphql:3: Author: expected a plural such as "research areas", found "living.+ authors"/,
    );
  });

  it.each(['birth_year', 'BIRTH'])(
    'rejects a filter or group such as %s if its name has a space or a quote',
    (name) => {
      expect(() => parseChanged(name, `${name} \\"x`)).toThrow(
        /all.graphql:5: Author.born: expected a name of Latin letters, digits and underscores, found ".+ \\"x"/,
      );
    },
  );

  it.each(['through: WROTE)', ') @within'])('rejects %s with a relation type that connects different types', (end) => {
    expect(() => parseChanged('@relationship(type: WROTE)', `@relationship(type: WROTE ${end}`)).toThrow(
      /Author.books: expected a relation type that connects Author to itself, found WROTE/,
    );
  });

  it('rejects @sort on a field that returns one entity', () => {
    expect(() => parseChanged('author: Author', 'author: Author @sort')).toThrow(
      /Book.author: expected @sort on a field that returns a list, found a field that returns one entity/,
    );
  });
});
