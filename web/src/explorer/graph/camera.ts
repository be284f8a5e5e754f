/** The state of the camera, in the unit square that sigma fits a graph into. */
export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** A graph with fewer entities is small: it gets a wider margin and larger nodes. */
const smallGraphLimit = 80;

/** Whether a graph with this many entities is small. */
export function isSmallGraph(order: number): boolean {
  return order < smallGraphLimit;
}

/** The view of the whole graph, shifted right on wide pages to make room for the legend. */
export function viewOfGraph({ offsetWidth, offsetHeight }: HTMLElement, order: number): CameraView {
  const spareWidth = Math.max(0, offsetWidth - offsetHeight);
  const shift = Math.min(80, spareWidth / 3) / Math.max(1, Math.min(offsetWidth, offsetHeight));
  return { x: 0.5 - shift, y: 0.5, ratio: isSmallGraph(order) ? 1.12 : 0.92 };
}

/** The view that fits these points. */
export function viewOfPoints(points: readonly { readonly x: number; readonly y: number }[]): CameraView {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const ratio = Math.min(1.2, Math.max(0.25, 1.5 * Math.max(right - left, top - bottom)));
  return { x: (left + right) / 2, y: (bottom + top) / 2, ratio };
}

/** A graph with more entities is large: operations that take about a second per interaction are skipped. */
export const largeGraphLimit = 2000;

/** The factor for node sizes: smaller on phones and in large graphs, to avoid overlaps. */
export function nodeScale({ offsetWidth, offsetHeight }: HTMLElement, order: number): number {
  const windowFactor = Math.max(0.5, Math.min(1.15, Math.min(offsetWidth, offsetHeight) / 680));
  const densityFactor = Math.min(1, Math.sqrt(700 / order));
  return windowFactor * (isSmallGraph(order) ? 1.15 : densityFactor);
}
