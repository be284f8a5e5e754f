import type { Model } from '../model/model.js';
import type { FoundContent, GraphContent } from './graph-content.js';
import { sortedById } from './sorted-by-id.js';

/** A graph ready to be exported: nodes and links by their ids, with the colours of the model. */
export function toContent({ types }: Model, { nodes, links, truncated }: FoundContent): GraphContent {
  const colors = Object.fromEntries(types.map(({ name, color }) => [name, color]));
  return { nodes: sortedById(nodes), links: sortedById(links), colors, truncated };
}
