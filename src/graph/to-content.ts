import type { Model } from '../model/model.js';
import type { FoundContent, GraphContent } from './graph-content.js';
import { sortedById } from './sorted-by-id.js';

/** Prepares a graph for export: sorts its nodes and links by id, and adds the colors of the model. */
export function toContent({ types }: Model, { nodes, links, truncated }: FoundContent): GraphContent {
  const colors = Object.fromEntries(types.map(({ name, color }) => [name, color]));
  return { nodes: sortedById(nodes), links: sortedById(links), colors, truncated };
}
