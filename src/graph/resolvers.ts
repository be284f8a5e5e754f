import type { PartialResolvers } from '../execute/partial-resolvers.js';
import { readRootField } from '../execute/resolvers.js';
import type { Model } from '../model/model.js';
import { exportGraph } from './export/export-graph.js';
import { jsonScalar } from './json-scalar.js';
import { toContent } from './to-content.js';

/** Resolvers of the graph concept. */
export function graphResolvers(model: Model) {
  return {
    Query: { graph: readRootField, neighborhood: readRootField, between: readRootField },
    JSON: jsonScalar,
    Graph: { export: ({ export: content }, { format }) => exportGraph(toContent(model, content), format) },
  } satisfies PartialResolvers;
}
