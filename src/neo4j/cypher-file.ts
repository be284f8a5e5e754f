import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../paths.js';
import type { Statement } from './database.js';

const texts = new Map<string, string>();

/** Returns the statement in `cypher/<name>.cypher`, such as `dataset/read-relations`; reads each file once. */
export function readCypherFile(name: string): string {
  const cachedText = texts.get(name);
  if (cachedText !== undefined) return cachedText;
  const text = readFileSync(join(packageRoot, 'cypher', `${name}.cypher`), 'utf8').trim();
  texts.set(name, text);
  return text;
}

/** Creates a statement from the file `cypher/<name>.cypher`, named after it. */
export function createFileStatement(name: string, parameters: Record<string, unknown> = {}): Statement {
  return { name, text: readCypherFile(name), parameters };
}
