import type { PictureGraph } from './picture-graph.js';
import type { Lit, Look } from './look.js';

/** The highlighted part: the hovered entity, else the result, else the selected entity; null if there is none. */
export function emphasis(graph: PictureGraph, look: Look, hovered: string | null): Lit | null {
  if (hovered !== null && graph.hasNode(hovered)) return withNeighbours(graph, hovered);
  if (look.lit !== null) return look.lit.links.size > 0 ? look.lit : withLinksAmong(graph, look.lit.nodes);
  if (look.selected !== null && graph.hasNode(look.selected)) return withNeighbours(graph, look.selected);
  return null;
}

/** For a result without relations, highlights the relations between its entities. */
function withLinksAmong(graph: PictureGraph, nodes: ReadonlySet<string>): Lit {
  return {
    nodes,
    links: new Set(graph.filterEdges((_id, _attributes, source, target) => nodes.has(source) && nodes.has(target))),
  };
}

function withNeighbours(graph: PictureGraph, id: string): Lit {
  return { nodes: new Set([id, ...graph.neighbors(id)]), links: new Set(graph.edges(id)) };
}
