import type Sigma from 'sigma';
import type { CommunityHull } from './hulls.js';
import type { LinkAttributes, NodeAttributes } from './render-graph.js';
import type { Palette } from './palette.js';

/** Fills the convex hulls of communities. */
export function drawCommunities(
  context: CanvasRenderingContext2D,
  sigma: Sigma<NodeAttributes, LinkAttributes>,
  hulls: readonly CommunityHull[],
  palette: Palette,
): void {
  const { width, height } = sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  for (const { points, index } of hulls) {
    const fillColor = palette.communityFills[index % palette.communityFills.length] ?? palette.faded;
    context.fillStyle = fillColor;
    context.beginPath();
    for (const [x, y] of points) {
      const point = sigma.graphToViewport({ x, y });
      context.lineTo(point.x, point.y);
    }
    context.closePath();
    context.fill();
  }
}
