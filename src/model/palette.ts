import type { EntityTypeModel } from './model.js';

/** Neighboring colors are easy to distinguish; each has a contrast of at least 3:1 to its background. */
const palette: readonly (readonly [color: string, darkColor: string, shape: string])[] = [
  ['#2f6db5', '#6ea8e8', 'CIRCLE'],
  ['#17877a', '#4cc0ae', 'SQUARE'],
  ['#7349ad', '#b495e8', 'HEXAGON'],
  ['#b4557c', '#e68fb2', 'TRIANGLE'],
  ['#93701a', '#d3b257', 'DIAMOND'],
  ['#4c852d', '#8fcb6c', 'PENTAGON'],
  ['#34506c', '#a9bfd6', 'OCTAGON'],
  ['#5c7c9c', '#7f9fc0', 'TRIANGLE_DOWN'],
  ['#c0611a', '#f2a162', 'STAR'],
  ['#66737f', '#a3b0bd', 'SPARK'],
  ['#2a8f4c', '#6bd08c', 'HEXAGRAM'],
  ['#c2453f', '#f0867f', 'CROSS'],
  ['#9c4c9e', '#d896da', 'TRIANGLE_RIGHT'],
  ['#858b93', '#8b939d', 'GEAR'],
];

/**
 * The default appearance of the type at this position of the legend, from 0. After the last color, the colors repeat
 * with other shapes, so that the first hundred types all look different.
 */
export function appearanceAt(index: number): Pick<EntityTypeModel, 'color' | 'darkColor' | 'shape'> {
  const round = Math.floor(index / palette.length);
  const [color = '', darkColor = ''] = palette[index % palette.length] ?? [];
  const [, , shape = ''] = palette[(index + 5 * round) % palette.length] ?? [];
  return { color, darkColor, shape };
}
