import type { GraphContent } from '../graph-content.js';
import { linkColor, nodeSize } from './appearance.js';
import { linkProperties, nodeProperties } from './properties.js';

/** The nodes and relationships that the constructor of Neo4j's visualization library takes. Properties are separate from the keys that the library reads. */
export function toNvlJson({ nodes, links, colors }: GraphContent) {
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      captions: [{ value: node.name }],
      // The library's default size is 25.
      size: 20 + nodeSize(node.degree),
      color: colors[node.type] ?? linkColor,
      properties: nodeProperties(node),
    })),
    relationships: links.map((link) => ({
      id: link.id,
      from: link.source,
      to: link.target,
      type: link.type,
      captions: [{ value: link.type }],
      properties: linkProperties(link),
    })),
  };
}
