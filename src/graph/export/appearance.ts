import type { EntityType } from '../../entity/entity-types.js';

const colors: Record<EntityType, string> = {
  Company: '#3b75af',
  Tool: '#ef8636',
  Domain: '#519e3e',
  Region: '#8d6ab8',
  Tier: '#84584e',
  Segment: '#b07d62',
  Technique: '#c53a32',
  Stage: '#2a9d8f',
  Industry: '#d57dbe',
  Statistic: '#7f7f7f',
  Opportunity: '#a8a12b',
  Challenge: '#8c2d4f',
  Trend: '#56bcc9',
  Section: '#b9bec6',
};

/** The colour of links, pale enough to lie under the nodes. */
export const linkColor = '#c9ced6';

/** The colour of nodes of a type, as `#rrggbb`. */
export function nodeColor(type: EntityType): string {
  return colors[type];
}

/** A node's size: its area grows with its degree, and none is too small to see. */
export function nodeSize(degree: number): number {
  return Number((3 + 2 * Math.sqrt(degree)).toFixed(2));
}
