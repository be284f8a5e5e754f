import Graph from 'graphology';
import type { GraphData, GraphLink } from './graph-data.js';
import type { Kind } from '../i18n/kinds.js';
import type { Layout } from './layout.js';
import { shapeOf, type Shape } from './shapes.js';
import { sizeOf } from './size.js';

/** The attributes of a node. The entity type is in `kind`, because sigma reads `type` as the name of a program. */
export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  shape: Shape;
  kind: Kind;
  en: string;
  zh: string;
  degree: number;
  community: number;
}

/** The attributes of an edge. */
export interface LinkAttributes {
  kind: GraphLink['type'];
  status: GraphLink['status'];
  basis: GraphLink['basis'];
  size: number;
}

/** The graph that sigma renders. */
export type RenderGraph = Graph<NodeAttributes, LinkAttributes>;

/** Combines a graph with its layout. */
export function toRenderGraph(data: GraphData, { positions, communities }: Layout): RenderGraph {
  const graph: RenderGraph = new Graph({ type: 'directed', multi: true });
  const sortedNodes = [...data.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  sortedNodes.forEach(({ id, kind, en, zh, degree }, index) => {
    const [x = 0, y = 0] = positions.subarray(index * 2, index * 2 + 2);
    const community = communities[index] ?? 0;
    graph.addNode(id, { x, y, size: sizeOf(degree), shape: shapeOf(kind), kind, en, zh, degree, community });
  });
  for (const { id, type, status, basis, source, target } of data.links) {
    graph.addEdgeWithKey(id, source, target, { kind: type, status, basis, size: 1 });
  }
  return graph;
}
