import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery, getOperationAST, parse, print } from 'graphql';
import { runnerImport, type Plugin } from 'vite';
import { readOperation } from './read-operation.js';

/** The sources of the operations that the pages send. */
export interface PageOperationsOptions {
  /** The directory with the sample operations. */
  readonly operationsDirectory: string;
  /** The file with the complete schema. */
  readonly schemaFile: string;
  /** The module of typed documents that codegen writes. */
  readonly documentsFile: string;
}

interface Operation {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/**
 * Emits a manifest of the operations that the pages send. A server restricted to listed operations reads it. Operations
 * derived from the model are not included: the server adds them itself.
 */
export function pageOperations(options: PageOperationsOptions): Plugin {
  return {
    name: 'page-operations',
    async generateBundle() {
      const texts = [
        ...(await readDocuments(options.documentsFile)),
        ...readSampleOperations(options),
        ...extraOperations,
      ];
      const operations = texts.map(toManifestEntry).sort((a, b) => (a.name < b.name ? -1 : 1));
      const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: JSON.stringify(manifest) });
    },
  };
}

/** The documents of the explorer. Fragments are skipped: they are not operations. */
async function readDocuments(path: string): Promise<string[]> {
  const { module } = await runnerImport<Readonly<Record<string, unknown>>>(path);
  return Object.entries(module).flatMap(([name, value]) => (name.endsWith('Document') ? [String(value)] : []));
}

/** The sample operations as the explorer sends them, with the ids that highlighting needs. */
function readSampleOperations({ operationsDirectory, schemaFile }: PageOperationsOptions): string[] {
  const read = (directory: string, name: string): string => readFileSync(join(directory, name), 'utf8');
  const sdl = readFileSync(schemaFile, 'utf8');
  const names = readdirSync(operationsDirectory).filter((name) => name.endsWith('.graphql'));
  return names.map((name) => readOperation(name, read(operationsDirectory, name), sdl).textWithIds);
}

/** A liveness query, and the introspection query of the playground. */
const extraOperations = ['{ __typename }', getIntrospectionQuery({ descriptions: true })];

function toManifestEntry(text: string): Operation {
  const document = parse(text);
  const body = print(document);
  const operation = getOperationAST(document);
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: operation?.name?.value ?? '', type: operation?.operation ?? 'query', body };
}
