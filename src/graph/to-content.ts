import type { Model } from '../model/model.js';
import type { UncoloredContent, GraphContent } from './graph-content.js';
import { sortById } from './sort-by-id.js';

/** Prepares a graph for export: sorts its nodes and links by id, and adds the colors of the model. */
export function toContent({ types }: Model, { nodes, links, truncated }: UncoloredContent): GraphContent {
  const colors = Object.fromEntries(types.map(({ name, color }) => [name, color]));
  return { nodes: sortById(nodes), links: sortById(links), colors, truncated };
}
