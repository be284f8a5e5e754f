import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchNeo4j } from '../neo4j/bench-neo4j.js';
import { allTypes, csvName } from './columns.js';
import { writeCsvFiles } from './csv-files.js';
import type { Shape } from './shape.js';

/** Imports a synthetic graph into a stopped Neo4j by `neo4j-admin`. Returns the number of nodes and relations. */
export async function importGraph(neo4j: BenchNeo4j, shape: Shape): Promise<number> {
  const directory = join(neo4j.directory, 'csv');
  await mkdir(directory, { recursive: true });
  try {
    const rows = await writeCsvFiles(shape, directory);
    await neo4j.admin(...importCommand(directory));
    return rows;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function importCommand(directory: string): string[] {
  const pathOf = (type: Parameters<typeof csvName>[0]): string => join(directory, csvName(type));
  return [
    'database',
    'import',
    'full',
    'neo4j',
    ...allTypes.nodes.map((type) => `--nodes=${pathOf(type)}`),
    ...allTypes.relations
      .filter((type) => existsSync(pathOf(type)))
      .map((type) => `--relationships=${type}=${pathOf(type)}`),
    '--id-type=integer',
    '--array-delimiter=|',
    // `nameKey` separates names by line breaks.
    '--multiline-fields=true',
    '--overwrite-destination=true',
    `--report-file=${join(directory, 'import.report')}`,
  ];
}
