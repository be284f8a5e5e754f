import type { GraphFormat } from '../../generated/graphql.js';
import type { GraphContent } from '../graph-content.js';
import { toCytoscapeJson } from './cytoscape.js';
import { writeGexf } from './gexf.js';
import { writeGraphml } from './graphml.js';
import { toGraphologyJson } from './graphology.js';
import { toJgfJson } from './jgf.js';
import { toNodeLinkJson } from './node-link.js';
import { toNvlJson } from './nvl.js';

/** The conversion to each format. */
export const exporters = {
  CYTOSCAPE: toCytoscapeJson,
  GRAPHOLOGY: toGraphologyJson,
  NODE_LINK: toNodeLinkJson,
  JGF: toJgfJson,
  NVL: toNvlJson,
  GEXF: writeGexf,
  GRAPHML: (graph) => [...writeGraphml(graph)].join(''),
} as const satisfies Record<GraphFormat, (graph: GraphContent) => unknown>;

/** Converts a graph to a format that a library loads directly: a JSON value, or text for GEXF and GraphML. */
export function exportGraph(graph: GraphContent, format: GraphFormat): unknown {
  return exporters[format](graph);
}
