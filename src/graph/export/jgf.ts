import type { GraphContent } from '../graph-content.js';
import { linkProperties, nodeProperties } from './properties.js';

/** A graph in JSON Graph Format 2, whose schema allows custom keys only in `metadata`. */
export function toJgfJson({ name, nodes, links, truncated }: GraphContent) {
  return {
    graph: {
      label: name,
      directed: true,
      metadata: { truncated },
      nodes: Object.fromEntries(
        nodes.map((node) => [node.id, { label: node.name, metadata: nodeProperties(node) }] as const),
      ),
      edges: links.map((link) => ({
        id: link.id,
        source: link.source,
        target: link.target,
        relation: link.type,
        directed: true,
        metadata: linkProperties(link),
      })),
    },
  };
}
