import type { GraphContent } from '../graph-content.js';
import { linkColor, nodeSize } from './appearance.js';
import { linkProperties, type LinkProperties, nodeProperties, type NodeProperties } from './properties.js';

/** The second and third arguments of Neo4j's visualization library. */
export interface NvlJson {
  readonly nodes: NvlNode[];
  readonly relationships: NvlRelationship[];
}

interface NvlNode {
  readonly id: string;
  captions: { value: string }[];
  size: number;
  color: string;
  /** Ours, apart from the names that the library reads. */
  properties: NodeProperties;
}

interface NvlRelationship {
  readonly id: string;
  from: string;
  to: string;
  /** The type of relation: here the library means the same by it. */
  type: string;
  captions: { value: string }[];
  /** Ours, apart from the names that the library reads. */
  properties: LinkProperties;
}

/** A graph for Neo4j's visualization library, writable because the library's types ask for that. */
export function nvlJson({ nodes, links, colors }: GraphContent): NvlJson {
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      captions: [{ value: node.name }],
      // The library draws a node of no size with 25.
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
