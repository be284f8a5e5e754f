import { write } from 'graphology-gexf/browser';
import type { RenderGraph } from '../graph/render-graph.js';

/** Formats the visible graph as GEXF 1.3 for Gephi, with positions, sizes and colors. */
export function toGexf(
  graph: RenderGraph,
  isVisible: (id: string) => boolean,
  colors: Readonly<Record<string, string>>,
): string {
  const visibleGraph = graph.copy();
  for (const id of graph.nodes()) if (!isVisible(id)) visibleGraph.dropNode(id);
  return write(visibleGraph, {
    version: '1.3',
    formatNode: (_id, { x, y, size, kind, en, zh, degree }) => ({
      label: en,
      attributes: { kind, nameZh: zh, degree },
      viz: { color: colors[kind] ?? '#888888', x, y, size, z: 0 },
    }),
    formatEdge: (_id, { kind, status, basis }) => ({ label: kind, attributes: { kind, status, basis } }),
  });
}
