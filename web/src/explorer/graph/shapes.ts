import type { ModelShape } from '../../generated/graphql.js';
import { typeOf } from '../model/served-model.js';
import type { Kind } from '../words/kinds.js';

/**
 * A star or regular polygon: the number of points, the inner radius relative to the outer, the rotation in radians, and
 * a scale factor that makes all shapes look equally large.
 */
export interface Shape {
  readonly points: number;
  readonly inner: number;
  readonly turn: number;
  readonly scale: number;
}

const up = Math.PI / 2;

function polygon(points: number, turn: number, scale: number): Shape {
  return { points, inner: Math.cos(Math.PI / points), turn, scale };
}

/** Shapes distinguish types for readers with color vision deficiency. */
const shapes: Readonly<Record<ModelShape, Shape>> = {
  CIRCLE: polygon(32, 0, 1),
  SQUARE: polygon(4, Math.PI / 4, 1.2),
  HEXAGON: polygon(6, up, 1.1),
  TRIANGLE: polygon(3, up, 1.3),
  DIAMOND: polygon(4, up, 1.18),
  PENTAGON: polygon(5, up, 1.1),
  OCTAGON: polygon(8, Math.PI / 8, 1.05),
  TRIANGLE_DOWN: polygon(3, -up, 1.3),
  STAR: { points: 5, inner: 0.5, turn: up, scale: 1.35 },
  SPARK: { points: 4, inner: 0.42, turn: up, scale: 1.35 },
  HEXAGRAM: { points: 6, inner: 0.6, turn: up, scale: 1.2 },
  CROSS: { points: 4, inner: 0.42, turn: Math.PI / 4, scale: 1.35 },
  TRIANGLE_RIGHT: polygon(3, 0, 1.3),
  GEAR: { points: 8, inner: 0.72, turn: up, scale: 1.1 },
};

/** The shape of an entity type; a circle for an unknown type. */
export function shapeOf(kind: Kind): Shape {
  return shapes[typeOf(kind)?.shape ?? 'CIRCLE'];
}

/** The corners of a shape centered on (0, 0), with y pointing down as in SVG. */
function corners({ points, inner, turn, scale }: Shape, radius: number): (readonly [x: number, y: number])[] {
  return Array.from({ length: points * 2 }, (_, index) => {
    const angle = turn + (index * Math.PI) / points;
    const distance = radius * scale * (index % 2 === 0 ? 1 : inner);
    return [distance * Math.cos(angle), -distance * Math.sin(angle)];
  });
}

/** The corners of a shape as the `points` attribute of an SVG polygon. */
export function svgPoints(shape: Shape, radius: number, x = 0, y = 0): string {
  return corners(shape, radius)
    .map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`)
    .join(' ');
}
