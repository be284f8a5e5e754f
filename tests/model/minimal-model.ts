/** The types of a minimal model: authors and books. */
export const types = `
"A person who writes."
type Author @entity {
  "The books of this author."
  books: [Book!]! @relationship(type: WROTE)
}
"A work that is read."
type Book @entity {
  "The year it appeared."
  year: Int!
  "Who wrote it."
  authors: [Author!]! @relationship(type: WROTE)
}
`;

/** The relation type of the minimal model. */
export const relations = `
"The types of relations between authors and books."
enum RelationType {
  "The author wrote the book."
  WROTE @relation(from: [AUTHOR], to: [BOOK]) @phrase(en: "wrote", inverse: "written by")
}
`;
