import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../paths.js';

const texts = new Map<string, string>();

/** The statement in `cypher/<name>.cypher`, e.g. `dataset/read-relations`; each file is read once. */
export function cypherFile(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(packageRoot, 'cypher', `${name}.cypher`), 'utf8').trim();
  texts.set(name, text);
  return text;
}
