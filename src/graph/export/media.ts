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

/** A graph as a file that HTTP serves. */
export interface ExportFile {
  /** The last part of its path, and the name a browser saves it under. */
  readonly name: string;
  readonly mediaType: string;
  /** The file's text, piece by piece. */
  readonly chunks: (graph: GraphContent) => Iterable<string>;
}

const json = 'application/json; charset=utf-8';
const csv = 'text/csv; charset=utf-8; header=present';

/** Every file that is served under /export. */
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
