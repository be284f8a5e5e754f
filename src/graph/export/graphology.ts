import type { GraphContent } from '../graph-content.js';
import { linkColor, nodeSize } from './appearance.js';
import { layOut } from './layout.js';
import { linkProperties, nodeProperties } from './properties.js';

/** A graph that graphology's `Graph.from` and `import` read, and that sigma draws without a layout of its own. */
export function toGraphologyJson({ name, nodes, links, colors, truncated }: GraphContent) {
  const positions = layOut(nodes);
  return {
    attributes: { name, truncated },
    options: { type: 'directed' as const, multi: true, allowSelfLoops: true },
    nodes: nodes.map((node) => ({
      key: node.id,
      attributes: {
        label: node.name,
        ...nodeProperties(node),
        ...(positions.get(node.id) ?? { x: 0, y: 0 }),
        size: nodeSize(node.degree),
        color: colors[node.type] ?? linkColor,
      },
    })),
    edges: links.map((link) => ({
      key: link.id,
      source: link.source,
      target: link.target,
      attributes: { label: link.type, ...linkProperties(link), color: linkColor },
    })),
  };
}

type GraphologyJson = ReturnType<typeof toGraphologyJson>;

/** The attributes of a node: its properties, and those that sigma and Gephi use to draw it. */
export type GraphologyNode = GraphologyJson['nodes'][number]['attributes'];

/** The attributes of an edge: its properties, and those that sigma and Gephi use to draw it. */
export type GraphologyEdge = GraphologyJson['edges'][number]['attributes'];
