import type { GraphContent } from '../graph-content.js';
import { linkColor, nodeSize } from './appearance.js';
import { linkProperties, type LinkProperties, nodeProperties, type NodeProperties } from './properties.js';

/** The nodes and relationships that the constructor of Neo4j's visualization library takes. */
export interface NvlJson {
  readonly nodes: NvlNode[];
  readonly relationships: NvlRelationship[];
}

interface NvlNode {
  readonly id: string;
  captions: { value: string }[];
  size: number;
  color: string;
  /** The node's properties, separate from the keys that the library reads. */
  properties: NodeProperties;
}

interface NvlRelationship {
  readonly id: string;
  from: string;
  to: string;
  /** The type of relation, which is also the library's meaning of this key. */
  type: string;
  captions: { value: string }[];
  /** The link's properties, separate from the keys that the library reads. */
  properties: LinkProperties;
}

/** A graph for Neo4j's visualization library, mutable because the library's types require it. */
export function toNvlJson({ nodes, links, colors }: GraphContent): NvlJson {
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
