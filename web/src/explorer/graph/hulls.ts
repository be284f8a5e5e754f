import type { RenderGraph } from './render-graph.js';

type Point = readonly [x: number, y: number];

/** Smaller communities get no hull: they are recognizable without it. */
const minMembers = 5;

/** The convex hull of a community. */
export interface CommunityHull {
  readonly points: readonly Point[];
  /** The position among the hulls of the whole graph, which determines the color. Hidden nodes do not change it. */
  readonly index: number;
}

/** The convex hulls of the visible members of the communities, without outliers. */
export function computeCommunityHulls(graph: RenderGraph, isVisible: (id: string) => boolean): CommunityHull[] {
  const members = new Map<number, string[]>();
  graph.forEachNode((id, { community }) => {
    const ids = members.get(community);
    if (ids) ids.push(id);
    else members.set(community, [id]);
  });
  return [...members.values()]
    .filter(({ length }) => length >= minMembers)
    .map((ids, index) => ({ ids: ids.filter(isVisible), index }))
    .filter(({ ids }) => ids.length >= minMembers)
    .map(({ ids, index }) => ({ points: convexHull(removeOutliers(pointsOf(graph, ids))), index }));
}

function pointsOf(graph: RenderGraph, ids: readonly string[]): Point[] {
  return ids.map((id) => {
    const { x, y } = graph.getNodeAttributes(id);
    return [x, y];
  });
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
