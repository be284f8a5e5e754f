import type { Kind } from '../words/kinds.js';
import type { Palette } from './palette.js';

/** The ids of the highlighted nodes and links. */
export interface Lit {
  readonly nodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** The appearance of the graph view, apart from the layout. */
export interface Look {
  readonly palette: Palette;
  readonly language: 'en' | 'zh';
  readonly selected: string | null;
  readonly lit: Lit | null;
  readonly hidden: ReadonlySet<string>;
  readonly off: ReadonlySet<Kind>;
  readonly pinned: ReadonlySet<string>;
}
