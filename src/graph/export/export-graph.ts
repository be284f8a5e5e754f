import type { GraphContent } from '../graph-content.js';
import type { GraphFormat } from '../graph-format.js';
import { cytoscapeJson } from './cytoscape.js';
import { gexfText } from './gexf.js';
import { graphmlChunks } from './graphml.js';
import { graphologyJson } from './graphology.js';
import { jgfJson } from './jgf.js';
import { nodeLinkJson } from './node-link.js';
import { nvlJson } from './nvl.js';

const exporters = {
  CYTOSCAPE: cytoscapeJson,
  GRAPHOLOGY: graphologyJson,
  NODE_LINK: nodeLinkJson,
  JGF: jgfJson,
  NVL: nvlJson,
  GEXF: gexfText,
  GRAPHML: (graph) => [...graphmlChunks(graph)].join(''),
} as const satisfies Record<GraphFormat, (graph: GraphContent) => unknown>;

/** Converts a graph to a format that a library loads directly: a JSON value, or text for GEXF and GraphML. */
export function exportGraph(graph: GraphContent, format: GraphFormat): unknown {
  return exporters[format](graph);
}
