import type { GraphFormat } from '../../generated/graphql.js';
import type { GraphContent } from '../graph-content.js';
import { toCytoscapeJson } from './cytoscape.js';
import { writeLinksCsv, writeNodesCsv } from './csv.js';
import { writeGexf } from './gexf.js';
import { writeGraphml } from './graphml.js';
import { toGraphologyJson } from './graphology.js';
import { toJgfJson } from './jgf.js';
import { writeJson } from './write-json.js';
import { toNodeLinkJson } from './node-link.js';
import { toNvlJson } from './nvl.js';

/** The conversion to each format of the API: to a JSON value, or to text for GEXF and GraphML. */
export const exporters = {
  CYTOSCAPE: toCytoscapeJson,
  GRAPHOLOGY: toGraphologyJson,
  NODE_LINK: toNodeLinkJson,
  JGF: toJgfJson,
  NVL: toNvlJson,
  GEXF: writeGexf,
  GRAPHML: (graph) => [...writeGraphml(graph)].join(''),
} as const satisfies Record<GraphFormat, (graph: GraphContent) => unknown>;

/** A file format of the graph that is served over HTTP. */
export interface ExportFile {
  /** The last segment of its URL path, and the file name for downloads. */
  readonly name: string;
  readonly mediaType: string;
  /** Writes the file's text in chunks. */
  readonly write: (graph: GraphContent) => Iterable<string>;
}

const json = 'application/json; charset=utf-8';
const csv = 'text/csv; charset=utf-8; header=present';

/** All files that are served under /export. */
export const exportFiles: readonly ExportFile[] = [
  { name: 'graph.gexf', mediaType: 'application/gexf+xml; charset=utf-8', write: (graph) => [writeGexf(graph)] },
  { name: 'graph.graphml', mediaType: 'application/graphml+xml; charset=utf-8', write: writeGraphml },
  { name: 'graph.cytoscape.json', mediaType: json, write: (graph) => writeJson(toCytoscapeJson(graph)) },
  { name: 'graph.graphology.json', mediaType: json, write: (graph) => writeJson(toGraphologyJson(graph)) },
  { name: 'graph.node-link.json', mediaType: json, write: (graph) => writeJson(toNodeLinkJson(graph)) },
  { name: 'graph.jgf.json', mediaType: 'application/vnd.jgf+json', write: (graph) => writeJson(toJgfJson(graph)) },
  { name: 'graph.nvl.json', mediaType: json, write: (graph) => writeJson(toNvlJson(graph)) },
  { name: 'nodes.csv', mediaType: csv, write: writeNodesCsv },
  { name: 'links.csv', mediaType: csv, write: writeLinksCsv },
];
