import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreBytes } from './measured.js';

type Kind = keyof StoreBytes;

/** The kinds of files of Neo4j's record store; the first match applies. */
const kinds: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/schema\/index\/(fulltext|text|vector)-/, 'luceneIndexes'],
  [/schema\/index\//, 'indexes'],
  [/neostore\.nodestore/, 'nodes'],
  [/neostore\.relationship(store|groupstore)/, 'relations'],
  [/neostore\.propertystore\.db\.strings/, 'strings'],
  [/neostore\.propertystore\.db\.arrays/, 'arrays'],
  [/neostore\.propertystore\.db$/, 'properties'],
];

/** Adds up the files of the database `neo4j` below the home directory of a stopped Neo4j, without its logs. */
export function measureStore(home: string): StoreBytes {
  const directory = join(home, 'data', 'databases', 'neo4j');
  const bytes: Record<Kind, number> = {
    nodes: 0,
    relations: 0,
    properties: 0,
    strings: 0,
    arrays: 0,
    indexes: 0,
    luceneIndexes: 0,
    other: 0,
  };
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const kind = kinds.find(([pattern]) => pattern.test(path.slice(directory.length)))?.[1] ?? 'other';
    bytes[kind] += statSync(path).size;
  }
  return bytes;
}
