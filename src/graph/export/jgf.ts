import type { GraphContent } from '../graph-content.js';
import { linkProperties, type LinkProperties, nodeProperties, type NodeProperties } from './properties.js';

/** A document in JSON Graph Format 2, whose schema allows custom keys only in `metadata`. */
interface JgfJson {
  readonly graph: {
    readonly label: string;
    readonly directed: true;
    readonly metadata: { readonly truncated: boolean };
    readonly nodes: Readonly<Record<string, JgfNode>>;
    readonly edges: readonly JgfEdge[];
  };
}

interface JgfNode {
  readonly label: string;
  readonly metadata: NodeProperties;
}

interface JgfEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly relation: string;
  readonly directed: true;
  readonly metadata: LinkProperties;
}

/** A graph in JSON Graph Format 2. */
export function toJgfJson({ nodes, links, truncated }: GraphContent): JgfJson {
  return {
    graph: {
      label: 'AIGC Atlas',
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
