import type { PictureGraph } from '../graph/picture-graph.js';

/** Writes the entities of a picture as CSV. */
export function nodesCsv(graph: PictureGraph, isShown: (id: string) => boolean): string {
  const rows = graph
    .filterNodes((id) => isShown(id))
    .map((id) => {
      const { kind, en, zh, degree } = graph.getNodeAttributes(id);
      return [id, kind, en, zh, String(degree)];
    });
  return csv([['id', 'kind', 'name', 'nameZh', 'degree'], ...rows]);
}

/** Writes the relations of a picture as CSV. */
export function linksCsv(graph: PictureGraph, isShown: (id: string) => boolean): string {
  const rows = graph
    .filterEdges((_id, _attributes, source, target) => isShown(source) && isShown(target))
    .map((id) => {
      const { kind, status, basis } = graph.getEdgeAttributes(id);
      return [id, kind, graph.source(id), graph.target(id), status, basis];
    });
  return csv([['id', 'kind', 'source', 'target', 'status', 'basis'], ...rows]);
}

/** The byte order mark tells spreadsheets that it is UTF-8, without which they garble Chinese. */
function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}

/** A leading formula sign would make a spreadsheet compute instead of show. */
function quote(value: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
