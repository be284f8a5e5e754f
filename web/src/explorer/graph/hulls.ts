import type { PictureGraph } from './picture-graph.js';

type Point = readonly [x: number, y: number];

/** Smaller communities get no hull: they are recognizable without it. */
const leastMembers = 5;

/** The convex hulls of the communities, without outliers. */
export function communityHulls(graph: PictureGraph): Point[][] {
  const members = new Map<number, Point[]>();
  graph.forEachNode((_id, { x, y, community }) => {
    const points = members.get(community);
    if (points) points.push([x, y]);
    else members.set(community, [[x, y]]);
  });
  return [...members.values()].filter(({ length }) => length >= leastMembers).map((points) => convexHull(near(points)));
}

function near(points: readonly Point[]): Point[] {
  const x = median(points.map((point) => point[0]));
  const y = median(points.map((point) => point[1]));
  const distances = points.map((point) => Math.hypot(point[0] - x, point[1] - y));
  const limit = 2 * median(distances);
  return points.filter((_point, index) => (distances[index] ?? 0) <= limit);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

/** Computes a convex hull by Andrew's monotone chain algorithm. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(sorted: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    while (hull.length >= 2 && !turnsLeft(hull.at(-2), hull.at(-1), point)) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function turnsLeft(one: Point | undefined, two: Point | undefined, three: Point): boolean {
  if (one === undefined || two === undefined) return true;
  return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0]) > 0;
}
