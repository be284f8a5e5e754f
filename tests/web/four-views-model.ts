import type { Model } from '../../src/model/model.js';
import { parseModel } from '../../src/model/read-model.js';

const library = `
"A person who writes."
type Author @entity {
  "Whether the person writes still."
  state: Boolean!
  "When the person began."
  since: Int
  "The books of the person."
  books: [Book!]! @relationship(type: WROTE)
  "The teacher of the person."
  teacher: Author @relationship(type: TAUGHT, direction: IN)
  "The pupils of the person."
  pupils: [Author!]! @relationship(type: TAUGHT, direction: OUT)
}

"A text between covers."
type Book @entity {
  "Where it is."
  state: BookState
  "The year of the first print."
  since: Int
  "The year of the last print."
  until: Int
  "Its authors."
  authors: [Author!]! @relationship(type: WROTE)
  "Its shelf."
  shelf: Shelf @relationship(type: STANDS_ON)
  "Its subjects."
  subjects: [Subject!]! @relationship(type: TREATS)
}

"Where a book is."
enum BookState {
  "On its shelf."
  SHELVED
  "With a reader."
  LENT
}

"What books are about."
type Subject @entity {
  "How it is sorted."
  state: String! @required
  "The subject around it."
  around: Subject @relationship(type: IS_IN, direction: OUT)
  "The subjects in it."
  inside: [Subject!]! @relationship(type: IS_IN, direction: IN)
  "The books about it."
  books: [Book!]! @relationship(type: TREATS, through: IS_IN)
}

"A place for books."
type Shelf @entity(plural: "shelves") {
  "The books on it."
  books: [Book!]! @relationship(type: STANDS_ON)
}

extend type Shelf @view(kind: LANDSCAPE, fields: ["books", "authors"], title: "Shelves", intro: "What stands where.")
extend type Subject @view(kind: PLACES, fields: ["around", "books"], title: "Subjects", intro: "What is about what.")
extend type Author @view(kind: CHAIN, fields: ["teacher", "books", "pupils"], title: "Schools", intro: "Who taught whom.")
extend type Book @view(kind: TIMELINE, fields: ["since", "until", "subjects"], title: "Years", intro: "What came when.")

"The relations."
enum RelationType {
  "The author wrote the book."
  WROTE @relation(from: [AUTHOR], to: [BOOK]) @phrase(en: "wrote", inverse: "was written by")
  "The author taught the other."
  TAUGHT @relation(from: [AUTHOR], to: [AUTHOR]) @phrase(en: "taught", inverse: "was taught by")
  "The book treats the subject."
  TREATS @relation(from: [BOOK], to: [SUBJECT]) @phrase(en: "treats", inverse: "is treated in")
  "The book stands on the shelf."
  STANDS_ON @relation(from: [BOOK], to: [SHELF]) @phrase(en: "stands on", inverse: "bears")
  "The subject is part of the other."
  IS_IN @relation(from: [SUBJECT], to: [SUBJECT]) @phrase(en: "is in", inverse: "has in it") @acyclic
}
`;

/** A model in English only, without sections, in which fields of the same name have different types. */
export function fourViewsModel(): Model {
  return parseModel([{ name: 'library.graphql', text: library }]);
}
