/** Where the camera stands, in the unit square that sigma fits a graph into. */
export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** A graph below this many entities is small: it gets more room around it, and larger nodes. */
const fewEntities = 80;

/** Whether a graph of so many entities is small. */
export function isFew(order: number): boolean {
  return order < fewEntities;
}

/** All of the graph, a little to the right on wide pages, where the legend lies at the left. */
export function wholeView({ offsetWidth, offsetHeight }: HTMLElement, order: number): CameraPlace {
  const spare = Math.max(0, offsetWidth - offsetHeight);
  const shift = Math.min(80, spare / 3) / Math.max(1, Math.min(offsetWidth, offsetHeight));
  return { x: 0.5 - shift, y: 0.5, ratio: isFew(order) ? 1.12 : 0.92 };
}

/** A view that holds these points. */
export function viewOf(points: readonly { readonly x: number; readonly y: number }[]): CameraPlace {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const ratio = Math.min(1.2, Math.max(0.25, 1.5 * Math.max(right - left, high - low)));
  return { x: (left + right) / 2, y: (low + high) / 2, ratio };
}

/** A graph above this many entities is large: what would cost a second at every move is left out. */
export const manyEntities = 2000;

/** What the sizes of nodes are multiplied by: smaller on phones and in large graphs, or they would cover each other. */
export function nodeScale({ offsetWidth, offsetHeight }: HTMLElement, order: number): number {
  const window = Math.max(0.5, Math.min(1.15, Math.min(offsetWidth, offsetHeight) / 680));
  const crowd = Math.min(1, Math.sqrt(700 / order));
  return window * (isFew(order) ? 1.15 : crowd);
}
