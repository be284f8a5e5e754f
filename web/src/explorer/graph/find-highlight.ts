import type { RenderGraph } from './render-graph.js';
import type { Highlight, Appearance } from './appearance.js';

/** The highlighted part: the hovered entity, else the result, else the selected entity; null if there is none. */
export function findHighlight(graph: RenderGraph, appearance: Appearance, hoveredId: string | null): Highlight | null {
  if (hoveredId !== null && graph.hasNode(hoveredId)) return highlightNeighbors(graph, hoveredId);
  if (appearance.highlight !== null)
    return appearance.highlight.links.size > 0
      ? appearance.highlight
      : highlightLinksAmong(graph, appearance.highlight.nodes);
  if (appearance.selectedId !== null && graph.hasNode(appearance.selectedId))
    return highlightNeighbors(graph, appearance.selectedId);
  return null;
}

/** For a result without relations, highlights the relations between its entities. */
function highlightLinksAmong(graph: RenderGraph, nodes: ReadonlySet<string>): Highlight {
  return {
    nodes,
    links: new Set(graph.filterEdges((_id, _attributes, source, target) => nodes.has(source) && nodes.has(target))),
  };
}

function highlightNeighbors(graph: RenderGraph, id: string): Highlight {
  return { nodes: new Set([id, ...graph.neighbors(id)]), links: new Set(graph.edges(id)) };
}
