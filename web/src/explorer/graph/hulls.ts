import type { RenderGraph } from './render-graph.js';

type Point = readonly [x: number, y: number];

/** Smaller communities get no hull: they are recognizable without it. */
const minMembers = 5;

/** The convex hulls of the communities, without outliers. */
export function computeCommunityHulls(graph: RenderGraph): Point[][] {
  const members = new Map<number, Point[]>();
  graph.forEachNode((_id, { x, y, community }) => {
    const points = members.get(community);
    if (points) points.push([x, y]);
    else members.set(community, [[x, y]]);
  });
  return [...members.values()]
    .filter(({ length }) => length >= minMembers)
    .map((points) => convexHull(removeOutliers(points)));
}

function removeOutliers(points: readonly Point[]): Point[] {
  const x = median(points.map((point) => point[0]));
  const y = median(points.map((point) => point[1]));
  const distances = points.map((point) => Math.hypot(point[0] - x, point[1] - y));
  const maxDistance = 2 * median(distances);
  return points.filter((_point, index) => (distances[index] ?? 0) <= maxDistance);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Computes a convex hull by Andrew's monotone chain algorithm. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(sorted: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    while (hull.length >= 2 && !isLeftTurn(hull.at(-2), hull.at(-1), point)) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function isLeftTurn(first: Point | undefined, second: Point | undefined, third: Point): boolean {
  if (first === undefined || second === undefined) return true;
  return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0]) > 0;
}
