import { cypherFile } from '../neo4j/cypher-file.js';
import type { Database } from '../neo4j/database.js';
import { entityTypes } from '../entity/entity-types.js';
import type { ExportFilter } from './export/export-filter.js';
import type { GraphContent } from './graph-content.js';

/** Reads the part of the graph that a file holds. */
export async function readContent(
  database: Database,
  { entityTypes: labels, types, limit }: ExportFilter,
): Promise<GraphContent> {
  const [row] = await database.read({
    name: 'graph/read-content',
    text: cypherFile('graph/read-content'),
    parameters: { labels: labels ?? entityTypes, types: types ?? null, limit: BigInt(limit) },
  });
  return row?.['content'] as GraphContent; // the file's header promises this map
}
