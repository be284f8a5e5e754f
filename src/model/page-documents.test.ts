import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, validate, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../paths.js';
import { buildSchema } from '../schema.js';
import { adaptDocument } from './adapt-document.js';
import type { Model } from './model.js';
import { pageDocuments } from './page-documents.js';
import { pageModelOf } from './page-model.js';
import { projectModel } from './project-model.js';
import { parseModel } from './read-model.js';

/** A model in English alone, without sections, whose types have fields of one name and several types. */
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

const models: readonly (readonly [name: string, model: () => Model])[] = [
  ['of the project', projectModel],
  [
    'of a library, in English alone and without sections',
    () => parseModel([{ name: 'library.graphql', text: library }]),
  ],
];

describe.each(models)('the documents of the pages for the model %s', (_name, model) => {
  const schema = buildSchema(model());
  const pageModel = pageModelOf(model());
  const problemsOf = (text: string): string[] =>
    validate(schema, parse(adaptDocument(pageModel, text))).map(({ message }) => message);

  it('are valid where they follow from the model', () => {
    const documents = pageDocuments(pageModel);
    expect(documents.length).toBeGreaterThan(model().views.length);
    for (const text of documents) expect([text, problemsOf(text)]).toEqual([text, []]);
  });

  it('are valid where they are the same for all models', () => {
    const documents = staticDocuments();
    expect(documents.length).toBeGreaterThan(10);
    for (const text of documents) expect([text, problemsOf(text)]).toEqual([text, []]);
  });

  it('ask a card for every field that holds a value', () => {
    const text = staticDocuments().find((each) => each.includes('query Card('));
    const asked = adaptDocument(pageModel, text ?? '');
    for (const type of model().types) {
      for (const { kind, name } of type.fields) {
        expect(asked.includes(`${type.name}_${name}: ${name}`)).toBe(kind === 'value');
      }
    }
  });
});

/** The operations of the explorer's documents, each with the fragments that it spreads. */
function staticDocuments(): string[] {
  const folder = join(packageRoot, 'web', 'src', 'explorer', 'documents');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const document = parse(texts.join('\n'));
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  return document.definitions.flatMap((one) => {
    if (one.kind !== Kind.OPERATION_DEFINITION) return [];
    const used = new Set<string>();
    collectSpreads(textOf(one), used, (name) => textOf(fragments.get(name)));
    return [[textOf(one), ...[...used].map((name) => textOf(fragments.get(name)))].join('\n')];
  });
}

function textOf(node: DocumentNode['definitions'][number] | undefined): string {
  const { loc } = node ?? {};
  return loc ? loc.source.body.slice(loc.start, loc.end) : '';
}

function collectSpreads(text: string, used: Set<string>, fragment: (name: string) => string): void {
  for (const [, name = ''] of text.matchAll(/\.\.\.(\w+)/g)) {
    if (used.has(name)) continue;
    used.add(name);
    collectSpreads(fragment(name), used, fragment);
  }
}
