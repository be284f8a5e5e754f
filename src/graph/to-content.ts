import type { Model } from '../model/model.js';
import type { UncoloredContent, GraphContent } from './graph-content.js';
import { sortById } from './sort-by-id.js';

/** Prepares a graph for export: sorts its nodes and links by id, and adds the name and the colors of the model. */
export function toContent({ name, types }: Model, { nodes, links, truncated }: UncoloredContent): GraphContent {
  const colors = Object.fromEntries(types.map((type) => [type.name, type.color]));
  return { name: name.en, nodes: sortById(nodes), links: sortById(links), colors, truncated };
}
