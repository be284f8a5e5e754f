import type { VersionedResult } from '../cache/data-version.js';
import { createFileStatement } from '../neo4j/cypher-file.js';
import type { Database } from '../neo4j/database.js';
import type { Model } from '../model/model.js';
import type { ExportFilter } from './export/export-filter.js';
import type { UncoloredContent, GraphContent } from './graph-content.js';
import { toContent } from './to-content.js';

/** Reads the part of the graph that a filter selects, and the version of the data at the end of the read. */
export async function readContent(
  database: Database,
  model: Model,
  { entityTypes: labels, types, limit }: ExportFilter,
): Promise<VersionedResult & { readonly content: GraphContent }> {
  const versions = new Set<string | undefined>();
  const parameters = {
    labels: labels ?? model.types.map(({ name }) => name),
    types: types ?? null,
    limit: BigInt(limit),
  };
  const statement = createFileStatement('graph/read-content', parameters);
  const [row] = await database.read({ ...statement, onVersion: (version) => versions.add(version) });
  return { content: toContent(model, row?.['content'] as UncoloredContent), versions }; // the query returns this map
}
