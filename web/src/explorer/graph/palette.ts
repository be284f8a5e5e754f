import { computed } from '@preact/signals';
import { model } from '../model/served-model.js';
import type { Kind } from '../i18n/kinds.js';
import { theme } from '../display/theme.js';

/** The colors of the graph view. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly halo: string;
  readonly faded: string;
  readonly link: string;
  readonly highlightedLink: string;
  readonly fadedLink: string;
  readonly refuted: string;
  readonly doubtful: string;
  /** Softer variants of the two, used while nothing is highlighted. */
  readonly softRefuted: string;
  readonly softDoubtful: string;
  readonly ring: string;
  /** The fill colors of the communities, used in rotation. */
  readonly communityFills: readonly string[];
  readonly kinds: Readonly<Record<Kind, string>>;
}

/** Consecutive hues differ strongly, so that neighboring communities are distinguishable. */
const hues = [210, 35, 150, 285, 85, 340, 180, 60, 250, 15] as const;

const lightPalette: Omit<Palette, 'kinds'> = {
  background: '#f7f8f6',
  text: '#1d2630',
  halo: 'rgba(247, 248, 246, 0.9)',
  faded: '#d9dcdb',
  link: '#aab5ba',
  highlightedLink: '#6b7c8c',
  fadedLink: '#ecefed',
  refuted: '#c2362f',
  doubtful: '#b06a00',
  softRefuted: '#e0aaa5',
  softDoubtful: '#dcc59d',
  ring: '#1d2630',
  communityFills: hues.map((hue) => `hsl(${hue} 45% 45% / 9%)`),
};

const darkPalette: Omit<Palette, 'kinds'> = {
  background: '#14191f',
  text: '#e6eaee',
  halo: 'rgba(20, 25, 31, 0.9)',
  faded: '#2b333c',
  link: '#434f5c',
  highlightedLink: '#93a4b5',
  fadedLink: '#1e252c',
  refuted: '#f0827b',
  doubtful: '#e3a94c',
  softRefuted: '#6b3d3c',
  softDoubtful: '#5e4c2d',
  ring: '#ffffff',
  communityFills: hues.map((hue) => `hsl(${hue} 50% 60% / 9%)`),
};

/** The palette of the current theme. */
export const palette = computed<Palette>(() => {
  const isDark = theme.isDark.value;
  const kinds = model.value.types.map(
    ({ typeName, color, darkColor }) => [typeName, isDark ? darkColor : color] as const,
  );
  return { ...(isDark ? darkPalette : lightPalette), kinds: Object.fromEntries(kinds) };
});

/** The color of an entity type; the faded color for a type that the loaded model lacks. */
export function kindColor({ kinds, faded }: Palette, kind: Kind): string {
  return kinds[kind] ?? faded;
}
