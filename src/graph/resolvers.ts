import type { PartialResolvers } from '../execute/partial-resolvers.js';
import { readRootField } from '../execute/resolvers.js';
import type { Model } from '../model/model.js';
import { exporters } from './export/export-files.js';
import { toContent } from './to-content.js';

/** Resolvers of the graph concept. */
export function graphResolvers(model: Model) {
  return {
    Query: { graph: readRootField, neighborhood: readRootField, between: readRootField },
    Graph: { export: ({ export: content }, { format }) => exporters[format](toContent(model, content)) },
  } satisfies PartialResolvers;
}
