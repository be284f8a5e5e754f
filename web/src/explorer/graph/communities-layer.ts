import type Sigma from 'sigma';
import type { computeCommunityHulls } from './hulls.js';
import type { LinkAttributes, NodeAttributes } from './render-graph.js';
import type { Palette } from './palette.js';

/** The convex hulls of the communities. */
export type Hulls = ReturnType<typeof computeCommunityHulls>;

/** Fills the convex hull of every community. */
export function drawCommunities(
  context: CanvasRenderingContext2D,
  sigma: Sigma<NodeAttributes, LinkAttributes>,
  hulls: Hulls,
  palette: Palette,
): void {
  const { width, height } = sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  hulls.forEach((hull, index) => {
    const fillColor = palette.communityFills[index % palette.communityFills.length] ?? palette.faded;
    context.fillStyle = fillColor;
    context.beginPath();
    for (const [x, y] of hull) {
      const point = sigma.graphToViewport({ x, y });
      context.lineTo(point.x, point.y);
    }
    context.closePath();
    context.fill();
  });
}
