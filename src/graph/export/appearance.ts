/** The colour of links, pale enough to lie under the nodes. */
export const linkColor = '#c9ced6';

/** A node's size: its area grows with its degree, and none is too small to see. */
export function nodeSize(degree: number): number {
  return Number((3 + 2 * Math.sqrt(degree)).toFixed(2));
}
