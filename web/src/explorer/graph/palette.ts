import type { Kind } from '../words/kinds.js';

/** The colours of the picture; every type stands out from the background by 3:1 at least. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly halo: string;
  readonly faded: string;
  readonly link: string;
  readonly litLink: string;
  readonly fadedLink: string;
  readonly refuted: string;
  readonly doubtful: string;
  /** The same two, where nothing stands out. */
  readonly calmRefuted: string;
  readonly calmDoubtful: string;
  readonly ring: string;
  /** The grounds of the communities, used by turns. */
  readonly hulls: readonly string[];
  readonly kinds: Readonly<Record<Kind, string>>;
}

/** Far apart from one to the next, so that communities side by side differ. */
const hues = [210, 35, 150, 285, 85, 340, 180, 60, 250, 15] as const;

/** The colours by day. */
export const lightPalette: Palette = {
  background: '#f7f8f6',
  text: '#1d2630',
  halo: 'rgba(247, 248, 246, 0.9)',
  faded: '#d9dcdb',
  link: '#aab5ba',
  litLink: '#6b7c8c',
  fadedLink: '#ecefed',
  refuted: '#c2362f',
  doubtful: '#b06a00',
  calmRefuted: '#e0aaa5',
  calmDoubtful: '#dcc59d',
  ring: '#1d2630',
  hulls: hues.map((hue) => `hsl(${hue} 45% 45% / 9%)`),
  kinds: {
    Company: '#2f6db5',
    Tool: '#17877a',
    Domain: '#7349ad',
    Technique: '#b4557c',
    Industry: '#93701a',
    Region: '#4c852d',
    Tier: '#34506c',
    Segment: '#5c7c9c',
    Stage: '#c0611a',
    Statistic: '#66737f',
    Opportunity: '#2a8f4c',
    Challenge: '#c2453f',
    Trend: '#9c4c9e',
    Section: '#858b93',
  },
};

/** The colours by night. */
export const darkPalette: Palette = {
  background: '#14191f',
  text: '#e6eaee',
  halo: 'rgba(20, 25, 31, 0.9)',
  faded: '#2b333c',
  link: '#434f5c',
  litLink: '#93a4b5',
  fadedLink: '#1e252c',
  refuted: '#f0827b',
  doubtful: '#e3a94c',
  calmRefuted: '#6b3d3c',
  calmDoubtful: '#5e4c2d',
  ring: '#ffffff',
  hulls: hues.map((hue) => `hsl(${hue} 50% 60% / 9%)`),
  kinds: {
    Company: '#6ea8e8',
    Tool: '#4cc0ae',
    Domain: '#b495e8',
    Technique: '#e68fb2',
    Industry: '#d3b257',
    Region: '#8fcb6c',
    Tier: '#a9bfd6',
    Segment: '#7f9fc0',
    Stage: '#f2a162',
    Statistic: '#a3b0bd',
    Opportunity: '#6bd08c',
    Challenge: '#f0867f',
    Trend: '#d896da',
    Section: '#8b939d',
  },
};
