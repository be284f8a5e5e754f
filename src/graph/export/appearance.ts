/** The color of links, lighter than the nodes. */
export const linkColor = '#c9ced6';

/** The size of a node: its area grows with its degree, and the smallest node is still visible. */
export function nodeSize(degree: number): number {
  return Number((3 + 2 * Math.sqrt(degree)).toFixed(2));
}
