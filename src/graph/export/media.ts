import type { GraphContent } from '../graph-content.js';
import { cytoscapeJson } from './cytoscape.js';
import { linksCsvChunks, nodesCsvChunks } from './csv.js';
import { gexfText } from './gexf.js';
import { graphmlChunks } from './graphml.js';
import { graphologyJson } from './graphology.js';
import { jgfJson } from './jgf.js';
import { jsonChunks } from './json-chunks.js';
import { nodeLinkJson } from './node-link.js';
import { nvlJson } from './nvl.js';

/** A file format of the graph that is served over HTTP. */
export interface ExportFile {
  /** The last segment of its URL path, and the file name for downloads. */
  readonly name: string;
  readonly mediaType: string;
  /** Writes the file's text in chunks. */
  readonly chunks: (graph: GraphContent) => Iterable<string>;
}

const json = 'application/json; charset=utf-8';
const csv = 'text/csv; charset=utf-8; header=present';

/** All files that are served under /export. */
export const exportFiles: readonly ExportFile[] = [
  { name: 'graph.gexf', mediaType: 'application/gexf+xml; charset=utf-8', chunks: (graph) => [gexfText(graph)] },
  { name: 'graph.graphml', mediaType: 'application/graphml+xml; charset=utf-8', chunks: graphmlChunks },
  { name: 'graph.cytoscape.json', mediaType: json, chunks: (graph) => jsonChunks(cytoscapeJson(graph)) },
  { name: 'graph.graphology.json', mediaType: json, chunks: (graph) => jsonChunks(graphologyJson(graph)) },
  { name: 'graph.node-link.json', mediaType: json, chunks: (graph) => jsonChunks(nodeLinkJson(graph)) },
  { name: 'graph.jgf.json', mediaType: 'application/vnd.jgf+json', chunks: (graph) => jsonChunks(jgfJson(graph)) },
  { name: 'graph.nvl.json', mediaType: json, chunks: (graph) => jsonChunks(nvlJson(graph)) },
  { name: 'nodes.csv', mediaType: csv, chunks: nodesCsvChunks },
  { name: 'links.csv', mediaType: csv, chunks: linksCsvChunks },
];
