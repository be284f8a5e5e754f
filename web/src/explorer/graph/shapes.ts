import type { Kind } from '../words/kinds.js';

/** A star or regular polygon: its points, how deep it is cut in between, its turn in radians, and its size beside the others. */
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

/** The shape of each type; together with the colour it tells types apart without colour vision. */
export const shapes: Readonly<Record<Kind, Shape>> = {
  Company: polygon(32, 0, 1),
  Tool: polygon(4, Math.PI / 4, 1.2),
  Domain: polygon(6, up, 1.1),
  Technique: polygon(3, up, 1.3),
  Industry: polygon(4, up, 1.18),
  Region: polygon(5, up, 1.1),
  Tier: polygon(8, Math.PI / 8, 1.05),
  Segment: polygon(3, -up, 1.3),
  Stage: { points: 5, inner: 0.5, turn: up, scale: 1.35 },
  Statistic: { points: 4, inner: 0.42, turn: up, scale: 1.35 },
  Opportunity: { points: 6, inner: 0.6, turn: up, scale: 1.2 },
  Challenge: { points: 4, inner: 0.42, turn: Math.PI / 4, scale: 1.35 },
  Trend: polygon(3, 0, 1.3),
  Section: { points: 8, inner: 0.72, turn: up, scale: 1.1 },
};

/** The corners of a shape around (0, 0), with y downwards as screens and SVG have it. */
function corners({ points, inner, turn, scale }: Shape, radius: number): (readonly [x: number, y: number])[] {
  return Array.from({ length: points * 2 }, (_, index) => {
    const angle = turn + (index * Math.PI) / points;
    const distance = radius * scale * (index % 2 === 0 ? 1 : inner);
    return [distance * Math.cos(angle), -distance * Math.sin(angle)];
  });
}

/** The same corners as SVG's `points`. */
export function svgPoints(shape: Shape, radius: number, x = 0, y = 0): string {
  return corners(shape, radius)
    .map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`)
    .join(' ');
}
