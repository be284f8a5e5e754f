/** A whole number between two bounds: the default where none is given, the nearest bound where it lies outside. */
export function clamp(value: unknown, { least, most, otherwise }: Bounds): number {
  return typeof value === 'number' ? Math.min(Math.max(Math.trunc(value), least), most) : otherwise;
}

/** The least and most that a number may be, and what it is where nothing is given. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}
