import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AtlasError } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import { packageRoot } from '../paths.js';
import type { OnProgress } from '../shared/progress.js';
import { statement } from './statement.js';

const named = z.object({ name: z.string() });

/** A migration makes the constraint or index that its file is named for: `0101-company-slug` makes `company_slug`. */
export function madeBy(migration: string): string {
  return migration.replace(/^\d+-/, '').replaceAll('-', '_');
}

/** Every migration in its order, by the name of its file without the extension. */
export function migrations(): string[] {
  return readdirSync(join(packageRoot, 'cypher', 'migrations'))
    .filter((name) => name.endsWith('.cypher'))
    .map((name) => name.slice(0, -'.cypher'.length))
    .toSorted();
}

/** The migrations whose constraint or index is not there. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const rows = [
    ...(await database.read(statement('dataset/read-constraints'))),
    ...(await database.read(statement('dataset/read-indexes'))),
  ];
  const standing = new Set(rows.map((row) => named.parse(row).name));
  return migrations().filter((migration) => !standing.has(madeBy(migration)));
}

/** Applies migrations and waits for their indexes; gives back those that what stands in the database prevents. */
export async function applyMigrations(
  database: Database,
  pending: readonly string[],
  onProgress: OnProgress,
): Promise<readonly { readonly migration: string; readonly error: AtlasError }[]> {
  const prevented: { migration: string; error: AtlasError }[] = [];
  for (const [index, migration] of pending.entries()) {
    try {
      await database.schema(statement(`migrations/${migration}`));
    } catch (error) {
      if (!(error instanceof AtlasError) || error.code !== 'INTERNAL_SERVER_ERROR') throw error;
      prevented.push({ migration, error });
    }
    onProgress({ phase: 'constraints and indexes', done: index + 1, total: pending.length });
  }
  if (pending.length > prevented.length) await database.schema(statement('dataset/await-indexes'));
  return prevented;
}
