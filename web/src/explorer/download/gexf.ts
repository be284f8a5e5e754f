import { write } from 'graphology-gexf/browser';
import type { PictureGraph } from '../graph/picture-graph.js';

/** Formats the visible graph as GEXF 1.3 for Gephi, with positions, sizes and colors. */
export function gexfOf(
  graph: PictureGraph,
  isShown: (id: string) => boolean,
  colours: Readonly<Record<string, string>>,
): string {
  const shown = graph.copy();
  for (const id of graph.nodes()) if (!isShown(id)) shown.dropNode(id);
  return write(shown, {
    version: '1.3',
    formatNode: (_id, { x, y, size, kind, en, zh, degree }) => ({
      label: en,
      attributes: { kind, nameZh: zh, degree },
      viz: { color: colours[kind] ?? '#888888', x, y, size, z: 0 },
    }),
    formatEdge: (_id, { kind, status, basis }) => ({ label: kind, attributes: { kind, status, basis } }),
  });
}
