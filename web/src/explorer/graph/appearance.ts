import type { Kind } from '../i18n/kinds.js';
import type { Route } from '../route/route.js';
import type { Palette } from './palette.js';

/** The ids of the highlighted nodes and links. */
export interface Highlight {
  readonly nodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** The entities and types that are hidden, and the entities that are shown in any case. */
export type Visibility = Pick<Route, 'hidden' | 'off' | 'pinned'>;

/** The appearance of the graph view, apart from the layout. */
export interface Appearance extends Visibility {
  readonly palette: Palette;
  readonly language: 'en' | 'zh';
  readonly selectedId: string | null;
  readonly highlight: Highlight | null;
}

/** Whether a node is hidden: it is switched off, or its type is and it is not pinned. */
export function isHidden(id: string, kind: Kind, { hidden, off, pinned }: Visibility): boolean {
  return hidden.includes(id) || (off.includes(kind) && !pinned.includes(id));
}
