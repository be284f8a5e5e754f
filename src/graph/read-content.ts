import { readCypherFile } from '../neo4j/cypher-file.js';
import type { Database } from '../neo4j/database.js';
import type { Model } from '../model/model.js';
import type { ExportFilter } from './export/export-filter.js';
import type { UncoloredContent, GraphContent } from './graph-content.js';
import { toContent } from './to-content.js';

/** Reads the part of the graph that a filter selects. */
export async function readContent(
  database: Database,
  model: Model,
  { entityTypes: labels, types, limit }: ExportFilter,
): Promise<GraphContent> {
  const [row] = await database.read({
    name: 'graph/read-content',
    text: readCypherFile('graph/read-content'),
    parameters: { labels: labels ?? model.types.map(({ name }) => name), types: types ?? null, limit: BigInt(limit) },
  });
  return toContent(model, row?.['content'] as UncoloredContent); // the query returns this map
}
