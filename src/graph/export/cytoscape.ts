import type { GraphContent } from '../graph-content.js';
import { linkProperties, nodeProperties } from './properties.js';

/**
 * A graph for Cytoscape.js, which accepts it as options, Cytoscape, and networkx's `cytoscape_graph`; the type of each
 * element is also its class, which style sheets can select. networkx requires `value`, and distinguishes parallel edges
 * by `key`: both repeat the id.
 */
export function toCytoscapeJson({ nodes, links, truncated }: GraphContent) {
  return {
    data: { truncated },
    directed: true,
    multigraph: true,
    elements: {
      nodes: nodes.map((node) => ({
        data: { id: node.id, value: node.id, ...nodeProperties(node) },
        classes: node.type,
      })),
      edges: links.map((link) => ({
        data: { id: link.id, key: link.id, source: link.source, target: link.target, ...linkProperties(link) },
        classes: link.type,
      })),
    },
  };
}
