/** The position of a node. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A layout with a smaller spread is flat: its width is less than about a third of its length. */
const flatLimit = 0.3;

/**
 * Moves the points of a flat layout to a ring, in their order on the line. Forces alone leave few nodes on one line: they
 * straighten a chain, and nodes that start on one line never leave it.
 */
export function unfoldFlatLayout(points: readonly Point[]): readonly Point[] {
  const [xs, ys] = [deviations(points.map(({ x }) => x)), deviations(points.map(({ y }) => y))];
  const [xx, yy, xy] = [sumOfProducts(xs, xs), sumOfProducts(ys, ys), sumOfProducts(xs, ys)];
  // 1 if the points spread equally in all directions, 0 if they are on one line.
  const spread = (4 * (xx * yy - xy * xy)) / (xx + yy) ** 2;
  // A single point has no spread.
  if (points.length < 2 || spread >= flatLimit) return points;
  const offsets = xx > yy ? xs : ys;
  const ranks = offsets.map((offset, index) => rankOf(offset, index, offsets));
  return ranks.map((rank) => {
    const angle = (2 * Math.PI * rank) / points.length;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
}

function deviations(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function sumOfProducts(values: readonly number[], others: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (others[index] ?? 0), 0);
}

/** The number of values before this one in ascending order. Equal values keep their order. */
function rankOf(value: number, index: number, values: readonly number[]): number {
  return values.filter((other, otherIndex) => other < value || (other === value && otherIndex < index)).length;
}
