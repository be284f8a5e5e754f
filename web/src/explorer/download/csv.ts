import type { RenderGraph } from '../graph/render-graph.js';

/** Formats the visible entities as CSV. */
export function formatNodesCsv(graph: RenderGraph, isVisible: (id: string) => boolean): string {
  const rows = graph
    .filterNodes((id) => isVisible(id))
    .map((id) => {
      const { kind, en, zh, degree } = graph.getNodeAttributes(id);
      return [id, kind, en, zh, String(degree)];
    });
  return formatCsv([['id', 'kind', 'name', 'nameZh', 'degree'], ...rows]);
}

/** Formats the visible relations as CSV. */
export function formatLinksCsv(graph: RenderGraph, isVisible: (id: string) => boolean): string {
  const rows = graph
    .filterEdges((_id, _attributes, source, target) => isVisible(source) && isVisible(target))
    .map((id) => {
      const { kind, status, basis } = graph.getEdgeAttributes(id);
      return [id, kind, graph.source(id), graph.target(id), status, basis];
    });
  return formatCsv([['id', 'kind', 'source', 'target', 'status', 'basis'], ...rows]);
}

/** Starts with a byte order mark: without it, spreadsheets do not detect UTF-8 and garble Chinese. */
function formatCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quoteField).join(',')).join('\r\n')}\r\n`;
}

/** Quotes a field. Prefixes leading formula signs with an apostrophe, so that spreadsheets do not evaluate the text. */
function quoteField(value: string): string {
  const safeValue = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safeValue) ? `"${safeValue.replaceAll('"', '""')}"` : safeValue;
}
