import type { GraphNode } from '../graph-content.js';

interface Position {
  readonly x: number;
  readonly y: number;
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const spacing = 12;

/**
 * Computes a deterministic layout: each type is a round cluster, and the clusters are on a circle in the order of their
 * first nodes. Programs can start their own layout from it, or draw it directly: sigma requires a position for each
 * node.
 */
export function layOut(nodes: readonly GraphNode[]): Map<string, Position> {
  const clusters = [...clustersOf(nodes).values()];
  const widths = clusters.map((cluster) => 2 * spacing * Math.sqrt(cluster.length) + spacing);
  const circumference = widths.reduce((sum, width) => sum + width, 0);
  // Chords are shorter than arcs: an additional quarter keeps adjacent clusters apart.
  const radius = clusters.length > 1 ? (1.25 * circumference) / (2 * Math.PI) : 0;
  const positions = new Map<string, Position>();
  let arc = 0;
  clusters.forEach((cluster, clusterIndex) => {
    const width = widths[clusterIndex] ?? 0;
    const center = toCartesian(radius, (2 * Math.PI * (arc + width / 2)) / circumference);
    arc += width;
    cluster.forEach(({ id }, nodeIndex) => {
      const offset = toCartesian(spacing * Math.sqrt(nodeIndex), nodeIndex * goldenAngle);
      positions.set(id, { x: round(center.x + offset.x), y: round(center.y + offset.y) });
    });
  });
  return positions;
}

function clustersOf(nodes: readonly GraphNode[]): Map<string, GraphNode[]> {
  const clusters = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const cluster = clusters.get(node.type);
    if (cluster) cluster.push(node);
    else clusters.set(node.type, [node]);
  }
  return clusters;
}

function toCartesian(radius: number, angle: number): Position {
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

// Adding zero converts a negative zero to zero.
function round(value: number): number {
  return Number(value.toFixed(2)) + 0;
}
