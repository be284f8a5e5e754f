import type { ModelShape } from '../../generated/graphql.js';
import { typeOf } from '../model/served-model.js';
import type { Kind } from '../i18n/kinds.js';

/**
 * A star or regular polygon: the number of points, the inner radius relative to the outer, the rotation in radians, and
 * a scale factor that makes all shapes look equally large.
 */
export interface Shape {
  readonly points: number;
  readonly innerRatio: number;
  readonly rotation: number;
  readonly scale: number;
}

const upward = Math.PI / 2;

function regularPolygon(points: number, rotation: number, scale: number): Shape {
  return { points, innerRatio: Math.cos(Math.PI / points), rotation, scale };
}

/** Shapes distinguish types for readers with color vision deficiency. */
const shapes: Readonly<Record<ModelShape, Shape>> = {
  CIRCLE: regularPolygon(32, 0, 1),
  SQUARE: regularPolygon(4, Math.PI / 4, 1.2),
  HEXAGON: regularPolygon(6, upward, 1.1),
  TRIANGLE: regularPolygon(3, upward, 1.3),
  DIAMOND: regularPolygon(4, upward, 1.18),
  PENTAGON: regularPolygon(5, upward, 1.1),
  OCTAGON: regularPolygon(8, Math.PI / 8, 1.05),
  TRIANGLE_DOWN: regularPolygon(3, -upward, 1.3),
  STAR: { points: 5, innerRatio: 0.5, rotation: upward, scale: 1.35 },
  SPARK: { points: 4, innerRatio: 0.42, rotation: upward, scale: 1.35 },
  HEXAGRAM: { points: 6, innerRatio: 0.6, rotation: upward, scale: 1.2 },
  CROSS: { points: 4, innerRatio: 0.42, rotation: Math.PI / 4, scale: 1.35 },
  TRIANGLE_RIGHT: regularPolygon(3, 0, 1.3),
  GEAR: { points: 8, innerRatio: 0.72, rotation: upward, scale: 1.1 },
};

/** The shape of an entity type; a circle for an unknown type. */
export function shapeOf(kind: Kind): Shape {
  return shapes[typeOf(kind)?.shape ?? 'CIRCLE'];
}

/** The corners of a shape centered on (0, 0), with y pointing down as in SVG. */
function cornersOf(
  { points, innerRatio, rotation, scale }: Shape,
  radius: number,
): (readonly [x: number, y: number])[] {
  return Array.from({ length: points * 2 }, (_, index) => {
    const angle = rotation + (index * Math.PI) / points;
    const distance = radius * scale * (index % 2 === 0 ? 1 : innerRatio);
    return [distance * Math.cos(angle), -distance * Math.sin(angle)];
  });
}

/** The corners of a shape as the `points` attribute of an SVG polygon. */
export function toSvgPoints(shape: Shape, radius: number, x = 0, y = 0): string {
  return cornersOf(shape, radius)
    .map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`)
    .join(' ');
}
