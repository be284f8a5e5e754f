import { LabelPlacer } from '../graph/label-placer.js';
import { kindColor, type Palette } from '../graph/palette.js';
import type { RenderGraph } from '../graph/render-graph.js';
import { toSvgPoints } from '../graph/shapes.js';

interface Style {
  readonly palette: Palette;
  readonly language: 'en' | 'zh';
  /** Whether an entity is visible. */
  readonly isVisible: (id: string) => boolean;
}

/** Renders the visible graph as SVG, with the shapes, colors and positions of the canvas. */
export function toSvg(graph: RenderGraph, style: Style): string {
  const visibleIds = graph.filterNodes((id) => style.isVisible(id));
  const xs = visibleIds.map((id) => graph.getNodeAttribute(id, 'x'));
  const ys = visibleIds.map((id) => -graph.getNodeAttribute(id, 'y'));
  const [left, top] = [Math.min(...xs, 0) - 80, Math.min(...ys, 0) - 60];
  const [width, height] = [Math.max(...xs, 0) - left + 160, Math.max(...ys, 0) - top + 60];
  const viewBox = [left, top, width, height].map((length) => length.toFixed(0)).join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" font-family="system-ui, 'Noto Sans CJK SC', sans-serif">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${style.palette.background}"/>`,
    ...renderLinks(graph, style),
    ...visibleIds.map((id) => renderNode(graph, id, style)),
    ...renderLabels(graph, visibleIds, style),
    '</svg>',
  ].join('\n');
}

function renderLinks(graph: RenderGraph, { palette, isVisible }: Style): string[] {
  return graph.mapEdges((_id, { status }, source, target, from, to) => {
    if (!isVisible(source) || !isVisible(target)) return '';
    const stroke = {
      REFUTED: palette.refuted,
      DOUBTFUL: palette.doubtful,
      CONFIRMED: palette.link,
      UNCHECKED: palette.link,
    }[status];
    const endpoints = `x1="${formatCoordinate(from.x)}" y1="${formatCoordinate(-from.y)}" x2="${formatCoordinate(to.x)}" y2="${formatCoordinate(-to.y)}"`;
    return `<line ${endpoints} stroke="${stroke}" stroke-width="0.8"/>`;
  });
}

function renderNode(graph: RenderGraph, id: string, { palette, language }: Style): string {
  const { x, y, size, shape, kind, ...names } = graph.getNodeAttributes(id);
  const points = toSvgPoints(shape, size, x, -y);
  return `<polygon points="${points}" fill="${kindColor(palette, kind)}"><title>${escapeXml(names[language])}</title></polygon>`;
}

function renderLabels(graph: RenderGraph, visibleIds: readonly string[], { palette, language }: Style): string[] {
  const placer = new LabelPlacer({ left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity });
  const byDegree = visibleIds.toSorted(
    (a, b) => graph.getNodeAttribute(b, 'degree') - graph.getNodeAttribute(a, 'degree'),
  );
  return byDegree.flatMap((id) => {
    const { x, y, size, ...attributes } = graph.getNodeAttributes(id);
    const text = attributes[language];
    const width = Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 11 : 6), 0);
    const label = placer.place({
      text,
      x,
      y: -y,
      radius: size * 1.2,
      width,
      height: 15,
      isImportant: true,
      isRequired: false,
    });
    if (label === null) return [];
    return `<text x="${formatCoordinate(label.x)}" y="${formatCoordinate(label.y + 4)}" font-size="11" fill="${palette.text}">${escapeXml(text)}</text>`;
  });
}

function formatCoordinate(coordinate: number): string {
  return coordinate.toFixed(1);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
