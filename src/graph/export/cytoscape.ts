import type { GraphContent } from '../graph-content.js';
import { linkProperties, type LinkProperties, nodeProperties, type NodeProperties } from './properties.js';

/** The JSON that Cytoscape.js accepts as options and networkx's `cytoscape_graph` reads. */
interface CytoscapeJson {
  readonly data: { readonly truncated: boolean };
  readonly directed: true;
  readonly multigraph: true;
  readonly elements: { readonly nodes: readonly CytoscapeNode[]; readonly edges: readonly CytoscapeEdge[] };
}

interface CytoscapeNode {
  /** `value` repeats the id: networkx requires it and uses it as the node's name. */
  readonly data: { readonly id: string; readonly value: string } & NodeProperties;
  readonly classes: string;
}

interface CytoscapeEdge {
  /** `key` repeats the id: networkx distinguishes parallel edges by it. */
  readonly data: {
    readonly id: string;
    readonly key: string;
    readonly source: string;
    readonly target: string;
  } & LinkProperties;
  readonly classes: string;
}

/**
 * A graph for Cytoscape.js and Cytoscape; the type of each element is also its class, which style sheets can select.
 */
export function toCytoscapeJson({ nodes, links, truncated }: GraphContent): CytoscapeJson {
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
