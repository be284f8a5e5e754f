import type { Kind } from '../i18n/kinds.js';
import type { Palette } from './palette.js';

/** The ids of the highlighted nodes and links. */
export interface Highlight {
  readonly nodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** The appearance of the graph view, apart from the layout. */
export interface Appearance {
  readonly palette: Palette;
  readonly language: 'en' | 'zh';
  readonly selectedId: string | null;
  readonly highlight: Highlight | null;
  readonly hiddenIds: ReadonlySet<string>;
  readonly hiddenKinds: ReadonlySet<Kind>;
  readonly pinnedIds: ReadonlySet<string>;
}

/** Whether a node is hidden: it is switched off, or its type is and it is not pinned. */
export function isHidden(id: string, kind: Kind, { hiddenIds, hiddenKinds, pinnedIds }: Appearance): boolean {
  return hiddenIds.has(id) || (hiddenKinds.has(kind) && !pinnedIds.has(id));
}
