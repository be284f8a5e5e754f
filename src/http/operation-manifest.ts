import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, type DocumentNode } from 'graphql';
import { adaptDocument } from '../model/adapt-document.js';
import type { Model } from '../model/model.js';
import { pageDocuments } from '../model/page-documents.js';
import { pageModelOf } from '../model/page-model.js';
import { projectModel } from '../model/project-model.js';
import { packageRoot } from '../paths.js';

/** A persisted operation. */
export interface ManifestOperation {
  /** The SHA-256 of its body, in hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/** The persisted operations, in the format that Apollo's clients and routers read. */
export interface OperationManifest {
  readonly format: 'apollo-persisted-query-manifest';
  readonly version: 1;
  readonly operations: readonly ManifestOperation[];
}

/**
 * Reads the manifest for a model: the operations of `operations/*.graphql`, both as written and as Apollo's clients
 * send them, and the operations of the web pages.
 */
export function readManifest(model: Model = projectModel()): OperationManifest {
  const directory = join(packageRoot, 'operations');
  const files = readdirSync(directory).filter((file) => file.endsWith('.graphql'));
  const documents = files.sort().map((file) => parse(readFileSync(join(directory, file), 'utf8')));
  const operations = [...documents.flatMap(toOperations), ...readClientOperations(), ...readPageOperations(model)];
  return { format: 'apollo-persisted-query-manifest', version: 1, operations };
}

/** Reads the same operations as Apollo's clients send them, with `__typename` in every selection set. */
function readClientOperations(): readonly ManifestOperation[] {
  const text = readFileSync(join(packageRoot, 'persisted-queries.json'), 'utf8');
  return (JSON.parse(text) as OperationManifest).operations; // written by Apollo's own command
}

/** Reads the operations of the explorer and the playground, adapted to the model; none if the pages are not built. */
function readPageOperations(model: Model): readonly ManifestOperation[] {
  const path = join(packageRoot, 'dist', 'pages', 'operations.json');
  if (!existsSync(path)) return [];
  const { operations } = JSON.parse(readFileSync(path, 'utf8')) as OperationManifest; // written by our own build
  const pageModel = pageModelOf(model);
  const texts = [...operations.map(({ body }) => body), ...pageDocuments(pageModel)];
  return texts.flatMap((text) => toOperations(parse(adaptDocument(pageModel, text))));
}

function toOperations(document: DocumentNode): ManifestOperation[] {
  const body = print(document);
  const id = hash('sha256', body);
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    return [{ id, name: definition.name?.value ?? '', type: definition.operation, body }];
  });
}
