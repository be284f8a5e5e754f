/** The radius of an entity in the picture, by the number of its relations. */
export function sizeOf(degree: number): number {
  return Math.min(16, 3 + 1.5 * Math.sqrt(degree));
}
