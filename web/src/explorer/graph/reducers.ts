import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { Lit, Look } from './look.js';
import { kindColor } from './palette.js';
import type { LinkAttributes, NodeAttributes } from './picture-graph.js';

/** The display attributes of a node: faded if it is not highlighted, hidden if it or its type is switched off. */
export function nodeLook(id: string, data: NodeAttributes, look: Look, lit: Lit | null): Partial<NodeDisplayData> {
  const { palette, hidden, off, pinned } = look;
  const isLit = lit === null || lit.nodes.has(id) || pinned.has(id);
  return {
    ...data,
    label: null,
    hidden: hidden.has(id) || (off.has(data.kind) && !pinned.has(id)),
    color: isLit ? kindColor(palette, data.kind) : palette.faded,
    zIndex: isLit ? 1 : 0,
  };
}

/** The display attributes of an edge. It is an arrow if highlighted or in a small graph; its color shows its status. */
export function linkLook(
  id: string,
  { status }: LinkAttributes,
  { palette }: Look,
  lit: Lit | null,
  isSmall: boolean,
): Partial<EdgeDisplayData> {
  if (lit === null && !isSmall) {
    const color = colourOf(status, palette.calmRefuted, palette.calmDoubtful, palette.link);
    return { color, size: 1.25, type: 'line' };
  }
  if (lit?.links.has(id) === false) return { color: palette.fadedLink, size: 0.8, type: 'line', zIndex: 0 };
  const color = colourOf(status, palette.refuted, palette.doubtful, palette.litLink);
  return { color, size: 2, type: 'arrow', zIndex: 1 };
}

function colourOf(status: LinkAttributes['status'], refuted: string, doubtful: string, other: string): string {
  if (status === 'REFUTED') return refuted;
  return status === 'DOUBTFUL' ? doubtful : other;
}
