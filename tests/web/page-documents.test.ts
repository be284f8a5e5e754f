import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, printSchema, validate, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { buildSchema } from '../../src/schema.js';
import { adaptDocument } from '../../src/model/adapt-document.js';
import type { Model } from '../../src/model/model.js';
import { pageDocuments } from '../../src/model/page-documents.js';
import { pageModelOf } from '../../src/model/page-model.js';
import { projectModel } from '../../src/model/project-model.js';
import { readOperation as readQuestion } from '../../web/read-operation.js';
import { operationNames, readOperation } from '../operations/read-operation.js';
import { libraryModel } from './library-model.js';

const models: readonly (readonly [name: string, model: () => Model])[] = [
  ['of the project', projectModel],
  ['of a library, in English alone and without sections', libraryModel],
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

  it('are valid where they are ready questions that a page offers for it', () => {
    const { languages, types, relationTypes } = model();
    const names = new Set<string>([
      ...languages,
      ...types.flatMap(({ name, enumName }) => [name, enumName]),
      ...relationTypes.map(({ name }) => name),
    ]);
    const sdl = printSchema(buildSchema());
    const operations = operationNames().map((name) => readQuestion(name, readOperation(name), sdl));
    const offered = operations.filter(({ modelNames }) => modelNames.every((name) => names.has(name)));
    expect(offered.length).toBeGreaterThan(3);
    for (const { text, drawable } of offered)
      expect([text, problemsOf(text), problemsOf(drawable)]).toEqual([text, [], []]);
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
