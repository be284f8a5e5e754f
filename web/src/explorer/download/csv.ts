import type { PictureGraph } from '../graph/picture-graph.js';

/** Formats the visible entities as CSV. */
export function nodesCsv(graph: PictureGraph, isShown: (id: string) => boolean): string {
  const rows = graph
    .filterNodes((id) => isShown(id))
    .map((id) => {
      const { kind, en, zh, degree } = graph.getNodeAttributes(id);
      return [id, kind, en, zh, String(degree)];
    });
  return csv([['id', 'kind', 'name', 'nameZh', 'degree'], ...rows]);
}

/** Formats the visible relations as CSV. */
export function linksCsv(graph: PictureGraph, isShown: (id: string) => boolean): string {
  const rows = graph
    .filterEdges((_id, _attributes, source, target) => isShown(source) && isShown(target))
    .map((id) => {
      const { kind, status, basis } = graph.getEdgeAttributes(id);
      return [id, kind, graph.source(id), graph.target(id), status, basis];
    });
  return csv([['id', 'kind', 'source', 'target', 'status', 'basis'], ...rows]);
}

/** Starts with a byte order mark: without it, spreadsheets do not detect UTF-8 and garble Chinese. */
function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}

/** Quotes a field. Prefixes leading formula signs with an apostrophe, so that spreadsheets do not evaluate the text. */
function quote(value: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
