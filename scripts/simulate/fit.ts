/** A measured value at a size. */
export interface Point {
  readonly size: number;
  readonly value: number;
}

/** The value at a size: `factor` × size ^ `exponent`. */
export interface PowerLaw {
  readonly factor: number;
  readonly exponent: number;
}

/** Fits a power law to points by least squares of the logarithms. The exponent is from 0 to 1. */
export function fitPowerLaw(points: readonly Point[]): PowerLaw {
  const logs = points.map(({ size, value }) => ({ x: Math.log(size), y: Math.log(Math.max(value, 1e-6)) }));
  const [meanX, meanY] = [mean(logs.map(({ x }) => x)), mean(logs.map(({ y }) => y))];
  const spread = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / (spread || 1);
  const exponent = Math.min(Math.max(slope, 0), 1);
  return { factor: Math.exp(meanY - exponent * meanX), exponent };
}

/** The value of a power law at a size. */
export function valueAt({ factor, exponent }: PowerLaw, size: number): number {
  return factor * size ** exponent;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/** The median of values; 0 without values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
