import Graph from 'graphology';
import type { DrawnGraph, DrawnLink } from './drawn-graph.js';
import type { Kind } from '../words/kinds.js';
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
  kind: DrawnLink['type'];
  status: DrawnLink['status'];
  basis: DrawnLink['basis'];
  size: number;
}

/** The graph that sigma renders. */
export type PictureGraph = Graph<NodeAttributes, LinkAttributes>;

/** Combines a graph with its layout. */
export function pictureGraph(drawn: DrawnGraph, { positions, communities }: Layout): PictureGraph {
  const graph: PictureGraph = new Graph({ type: 'directed', multi: true });
  const sorted = [...drawn.nodes].sort((one, other) => (one.id < other.id ? -1 : 1));
  sorted.forEach(({ id, kind, en, zh, degree }, index) => {
    const [x = 0, y = 0] = positions.subarray(index * 2, index * 2 + 2);
    const community = communities[index] ?? 0;
    graph.addNode(id, { x, y, size: sizeOf(degree), shape: shapeOf(kind), kind, en, zh, degree, community });
  });
  for (const { id, type, status, basis, source, target } of drawn.links) {
    graph.addEdgeWithKey(id, source, target, { kind: type, status, basis, size: 1 });
  }
  return graph;
}
