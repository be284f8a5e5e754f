/** The radius of a node by its degree. */
export function sizeOf(degree: number): number {
  return Math.min(16, 3 + 1.5 * Math.sqrt(degree));
}
