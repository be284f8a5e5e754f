import { parse, print, printSchema, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { readManifest } from '../../src/http/operation-manifest.js';
import { adaptDocument } from '../../src/model/adapt-document.js';
import type { Model } from '../../src/model/model.js';
import { pageDocuments } from '../../src/model/page-documents.js';
import { pageModelOf } from '../../src/model/page-model.js';
import { projectModel } from '../../src/model/project-model.js';
import * as generated from '../../web/src/generated/graphql.js';
import { readOperation as readQuestion } from '../../web/read-operation.js';
import { listOperationNames, readOperation } from '../operations/read-operation.js';
import { fourViewsModel } from './four-views-model.js';

const models: readonly (readonly [name: string, model: () => Model])[] = [
  ['of the project', projectModel],
  ['of a library, in English only and without sections', fourViewsModel],
];

describe.each(models)('the GraphQL documents of the pages, for the model %s,', (_name, model) => {
  const schema = buildSchema(model());
  const pageModel = pageModelOf(model());
  const problemsOf = (text: string): string[] =>
    validate(schema, parse(adaptDocument(pageModel, text))).map(({ message }) => message);

  it('are valid if generated from the model', () => {
    const documents = pageDocuments(pageModel);
    expect(documents.length).toBeGreaterThan(model().views.length);
    for (const text of documents) expect([text, problemsOf(text)]).toEqual([text, []]);
  });

  it('are valid if static', () => {
    const documents = staticDocuments();
    expect(documents.length).toBeGreaterThan(10);
    for (const text of documents) expect([text, problemsOf(text)]).toEqual([text, []]);
  });

  it('are in the manifest of persisted operations', () => {
    const manifestBodies = new Set(readManifest(model()).operations.map(({ body }) => body));
    for (const text of [...pageDocuments(pageModel), ...staticDocuments()]) {
      expect(manifestBodies).toContain(print(parse(adaptDocument(pageModel, text))));
    }
  });

  it('select every value field, and no other field, for a card', () => {
    const text = staticDocuments().find((document) => document.includes('query Card('));
    const cardDocument = adaptDocument(pageModel, text ?? '');
    for (const type of model().types) {
      for (const { kind, name } of type.fields) {
        expect(cardDocument.includes(`${type.name}_${name}: ${name}`)).toBe(kind === 'value');
      }
    }
  });
});

it.each(listOperationNames())('The question %s is valid as the pages show it and as they send it', (name) => {
  const schema = buildSchema();
  const { text, textWithIds } = readQuestion(name, readOperation(name), printSchema(schema));
  expect([text, textWithIds].flatMap((one) => validate(schema, parse(one)))).toEqual([]);
});

/** Returns the static documents of the explorer. */
function staticDocuments(): string[] {
  return Object.entries(generated).flatMap(([name, value]) => (name.endsWith('Document') ? [String(value)] : []));
}
