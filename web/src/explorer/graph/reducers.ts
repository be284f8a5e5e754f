import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { isHidden, type Highlight, type Appearance } from './appearance.js';
import { kindColor } from './palette.js';
import type { LinkAttributes, NodeAttributes } from './render-graph.js';

/** The display attributes of a node: faded if it is not highlighted, hidden if it or its type is switched off. */
export function nodeDisplay(
  id: string,
  data: NodeAttributes,
  appearance: Appearance,
  highlight: Highlight | null,
): Partial<NodeDisplayData> {
  const { palette, pinned } = appearance;
  const isHighlighted = highlight === null || highlight.nodes.has(id) || pinned.includes(id);
  return {
    ...data,
    label: null,
    hidden: isHidden(id, data.kind, appearance),
    color: isHighlighted ? kindColor(palette, data.kind) : palette.faded,
    zIndex: isHighlighted ? 1 : 0,
  };
}

/** The display attributes of an edge. It is an arrow if highlighted or in a small graph; its color shows its status. */
export function linkDisplay(
  id: string,
  { status }: LinkAttributes,
  { palette }: Appearance,
  highlight: Highlight | null,
  isSmall: boolean,
): Partial<EdgeDisplayData> {
  if (highlight === null && !isSmall) {
    const color = colorOf(status, palette.softRefuted, palette.softDoubtful, palette.link);
    return { color, size: 1.25, type: 'line' };
  }
  if (highlight?.links.has(id) === false) return { color: palette.fadedLink, size: 0.8, type: 'line', zIndex: 0 };
  const color = colorOf(status, palette.refuted, palette.doubtful, palette.highlightedLink);
  return { color, size: 2, type: 'arrow', zIndex: 1 };
}

function colorOf(
  status: LinkAttributes['status'],
  refutedColor: string,
  doubtfulColor: string,
  defaultColor: string,
): string {
  if (status === 'REFUTED') return refutedColor;
  return status === 'DOUBTFUL' ? doubtfulColor : defaultColor;
}
