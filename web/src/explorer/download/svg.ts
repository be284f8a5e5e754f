import { LabelPlaces } from '../graph/label-places.js';
import { kindColor, type Palette } from '../graph/palette.js';
import type { PictureGraph } from '../graph/picture-graph.js';
import { svgPoints } from '../graph/shapes.js';

interface Style {
  readonly palette: Palette;
  readonly language: 'en' | 'zh';
  /** Whether an entity is visible. */
  readonly isShown: (id: string) => boolean;
}

/** Renders the visible graph as SVG, with the shapes, colors and positions of the canvas. */
export function svgOf(graph: PictureGraph, style: Style): string {
  const shown = graph.filterNodes((id) => style.isShown(id));
  const xs = shown.map((id) => graph.getNodeAttribute(id, 'x'));
  const ys = shown.map((id) => -graph.getNodeAttribute(id, 'y'));
  const [left, top] = [Math.min(...xs, 0) - 80, Math.min(...ys, 0) - 60];
  const [width, height] = [Math.max(...xs, 0) - left + 160, Math.max(...ys, 0) - top + 60];
  const box = [left, top, width, height].map((each) => each.toFixed(0)).join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" font-family="system-ui, 'Noto Sans CJK SC', sans-serif">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${style.palette.background}"/>`,
    ...links(graph, style),
    ...shown.map((id) => node(graph, id, style)),
    ...names(graph, shown, style),
    '</svg>',
  ].join('\n');
}

function links(graph: PictureGraph, { palette, isShown }: Style): string[] {
  return graph.mapEdges((_id, { status }, source, target, from, to) => {
    if (!isShown(source) || !isShown(target)) return '';
    const colour = {
      REFUTED: palette.refuted,
      DOUBTFUL: palette.doubtful,
      CONFIRMED: palette.link,
      UNCHECKED: palette.link,
    }[status];
    const ends = `x1="${at(from.x)}" y1="${at(-from.y)}" x2="${at(to.x)}" y2="${at(-to.y)}"`;
    return `<line ${ends} stroke="${colour}" stroke-width="0.8"/>`;
  });
}

function node(graph: PictureGraph, id: string, { palette, language }: Style): string {
  const { x, y, size, shape, kind, ...names } = graph.getNodeAttributes(id);
  const points = svgPoints(shape, size, x, -y);
  return `<polygon points="${points}" fill="${kindColor(palette, kind)}"><title>${escape(names[language])}</title></polygon>`;
}

function names(graph: PictureGraph, shown: readonly string[], { palette, language }: Style): string[] {
  const places = new LabelPlaces({ left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity });
  const byDegree = shown.toSorted(
    (one, other) => graph.getNodeAttribute(other, 'degree') - graph.getNodeAttribute(one, 'degree'),
  );
  return byDegree.flatMap((id) => {
    const { x, y, size, ...attributes } = graph.getNodeAttributes(id);
    const text = attributes[language];
    const width = Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 11 : 6), 0);
    const placed = places.place({ text, x, y: -y, radius: size * 1.2, width, height: 15, isImportant: true });
    if (placed === null) return [];
    return `<text x="${at(placed.x)}" y="${at(placed.y + 4)}" font-size="11" fill="${palette.text}">${escape(text)}</text>`;
  });
}

function at(coordinate: number): string {
  return coordinate.toFixed(1);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
