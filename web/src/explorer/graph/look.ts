import type { Kind } from '../words/kinds.js';
import type { Palette } from './palette.js';

/** What an answer lights in the picture. */
export interface Lit {
  readonly nodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** How the picture is to look, apart from where things lie. */
export interface Look {
  readonly palette: Palette;
  readonly language: 'en' | 'zh';
  readonly selected: string | null;
  readonly lit: Lit | null;
  readonly hidden: ReadonlySet<string>;
  readonly off: ReadonlySet<Kind>;
  readonly pinned: ReadonlySet<string>;
}
