import type { GraphContent } from '../graph-content.js';
import { linkProperties, type LinkProperties, nodeProperties, type NodeProperties } from './properties.js';

/** The JSON that d3-force and force-graph draw, and that networkx's `node_link_graph(data, edges="links")` reads. */
interface NodeLinkJson {
  readonly directed: true;
  readonly multigraph: true;
  readonly graph: { readonly name: string; readonly truncated: boolean };
  readonly nodes: readonly NodeLinkNode[];
  readonly links: readonly NodeLinkLink[];
}

interface NodeLinkNode extends NodeProperties {
  readonly id: string;
}

interface NodeLinkLink extends LinkProperties {
  readonly id: string;
  /** Repeats the id: networkx distinguishes parallel edges by it. */
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

/** A graph for d3-force, force-graph and networkx. */
export function toNodeLinkJson({ nodes, links, truncated }: GraphContent): NodeLinkJson {
  return {
    directed: true,
    multigraph: true,
    graph: { name: 'AIGC Atlas', truncated },
    nodes: nodes.map((node) => ({ id: node.id, ...nodeProperties(node) })),
    links: links.map((link) => ({
      id: link.id,
      key: link.id,
      source: link.source,
      target: link.target,
      ...linkProperties(link),
    })),
  };
}
