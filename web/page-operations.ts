import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery, getOperationAST, parse, print } from 'graphql';
import { runnerImport, type Plugin } from 'vite';
import { readOperation } from './read-operation.js';

/** The folder and files that the pages' operations come from. */
export interface PageOperationsOptions {
  /** The questions. */
  readonly questions: string;
  /** The file with the whole schema. */
  readonly schema: string;
  /** The module of typed documents, as codegen writes it. */
  readonly documents: string;
}

interface Operation {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/** Writes a list of the operations that the pages send beside them, without those that a model alone calls for: servers that run no others read it. */
export function pageOperations(options: PageOperationsOptions): Plugin {
  return {
    name: 'page-operations',
    async generateBundle() {
      const texts = [...(await documentsIn(options.documents)), ...questionsIn(options), ...others];
      const operations = texts.map(listed).sort((one, other) => (one.name < other.name ? -1 : 1));
      const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: JSON.stringify(manifest) });
    },
  };
}

/** What the explorer asks for; fragments alone are no operations. */
async function documentsIn(path: string): Promise<string[]> {
  const { module } = await runnerImport<Readonly<Record<string, unknown>>>(path);
  return Object.entries(module).flatMap(([name, value]) => (name.endsWith('Document') ? [String(value)] : []));
}

/** The questions as the explorer sends them, with the ids that its picture needs. */
function questionsIn({ questions, schema }: PageOperationsOptions): string[] {
  const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
  const sdl = readFileSync(schema, 'utf8');
  const names = readdirSync(questions).filter((name) => name.endsWith('.graphql'));
  return names.map((name) => readOperation(name, read(questions, name), sdl).drawable);
}

/** The knocking at a server that was away, and the query that the playground's documentation is made of. */
const others = ['{ __typename }', getIntrospectionQuery({ descriptions: true })];

function listed(text: string): Operation {
  const document = parse(text);
  const body = print(document);
  const operation = getOperationAST(document);
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: operation?.name?.value ?? '', type: operation?.operation ?? 'query', body };
}
