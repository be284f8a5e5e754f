import type { GraphContent } from '../graph-content.js';
import { linkProperties, nodeProperties } from './properties.js';

/**
 * A graph for d3-force and force-graph, and for networkx's `node_link_graph(data, edges="links")`, which distinguishes
 * parallel edges by `key`.
 */
export function toNodeLinkJson({ name, nodes, links, truncated }: GraphContent) {
  return {
    directed: true,
    multigraph: true,
    graph: { name, truncated },
    nodes: nodes.map((node) => ({ id: node.id, ...nodeProperties(node) })),
    links: links.map(({ id, source, target, ...link }) => ({ id, key: id, source, target, ...linkProperties(link) })),
  };
}
