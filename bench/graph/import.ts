import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchNeo4j } from '../neo4j/bench-neo4j.js';
import { allTypes, csvName } from './columns.js';
import { writeCsvFiles } from './csv-files.js';
import type { Shape } from './shape.js';

/** Imports a synthetic graph into a stopped Neo4j by `neo4j-admin`. Returns the number of nodes and relations. */
export async function importGraph(neo4j: BenchNeo4j, shape: Shape): Promise<number> {
  const folder = join(neo4j.folder, 'csv');
  await mkdir(folder, { recursive: true });
  try {
    const rows = await writeCsvFiles(shape, folder);
    await neo4j.admin(...importCommand(folder));
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function importCommand(folder: string): string[] {
  const file = (type: Parameters<typeof csvName>[0]): string => join(folder, csvName(type));
  return [
    'database',
    'import',
    'full',
    'neo4j',
    ...allTypes.nodes.map((type) => `--nodes=${file(type)}`),
    ...allTypes.relations
      .filter((type) => existsSync(file(type)))
      .map((type) => `--relationships=${type}=${file(type)}`),
    '--id-type=integer',
    '--array-delimiter=|',
    // `nameKey` separates names by line breaks.
    '--multiline-fields=true',
    '--overwrite-destination=true',
  ];
}
