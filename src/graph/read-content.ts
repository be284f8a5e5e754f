import type { VersionedResult } from '../cache/data-version.js';
import { readCypherFile } from '../neo4j/cypher-file.js';
import type { Database } from '../neo4j/database.js';
import type { Model } from '../model/model.js';
import type { ExportFilter } from './export/export-filter.js';
import type { UncoloredContent, GraphContent } from './graph-content.js';
import { toContent } from './to-content.js';

/** The content of a graph, and the version of the data at the end of its read. */
export interface VersionedContent extends VersionedResult {
  readonly content: GraphContent;
}

/** Reads the part of the graph that a filter selects. */
export async function readContent(
  database: Database,
  model: Model,
  { entityTypes: labels, types, limit }: ExportFilter,
): Promise<VersionedContent> {
  const versions = new Set<string | undefined>();
  const [row] = await database.read({
    name: 'graph/read-content',
    text: readCypherFile('graph/read-content'),
    parameters: { labels: labels ?? model.types.map(({ name }) => name), types: types ?? null, limit: BigInt(limit) },
    onVersion: (version) => versions.add(version),
  });
  return { content: toContent(model, row?.['content'] as UncoloredContent), versions }; // the query returns this map
}
