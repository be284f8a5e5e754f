import type Sigma from 'sigma';
import { LabelPlaces, type Box, type LabelWish, type PlacedLabel } from './label-places.js';
import type { Lit, Look } from './look.js';
import type { LinkAttributes, NodeAttributes, PictureGraph } from './picture-graph.js';

/** The state that the label layer needs to draw a frame. */
export interface NamesFrame {
  readonly sigma: Sigma<NodeAttributes, LinkAttributes>;
  readonly graph: PictureGraph;
  readonly look: Look;
  readonly lit: Lit | null;
  readonly hovered: string | null;
  /** Parts of the canvas that other elements of the page cover. */
  readonly covered: readonly Box[];
  /** All ids, sorted by descending degree. */
  readonly byDegree: readonly string[];
}

const mostNames = 220;
/** Only this many nodes, those with the highest degree, are considered for a label. */
const mostConsidered = 1500;
const smallestNamed = 4.6;
const widths = new Map<string, number>();

interface Named extends LabelWish {
  readonly id: string;
  readonly isStrong: boolean;
}

/** Draws labels without overlaps, important ones first, and rings around the selected, hovered and pinned nodes. */
export function drawNames(context: CanvasRenderingContext2D, frame: NamesFrame): void {
  const { width, height } = frame.sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  const places = new LabelPlaces({ left: 0, top: 0, right: width, bottom: height });
  for (const box of frame.covered) places.take(box);
  const wishes = wishesOf(context, frame, places);
  const placed = wishes.slice(0, mostNames * 3).flatMap((wish) => places.place(wish) ?? []);
  drawRings(context, frame);
  for (const label of placed.slice(0, mostNames)) drawName(context, frame.look, label);
}

function wishesOf(context: CanvasRenderingContext2D, frame: NamesFrame, places: LabelPlaces): Named[] {
  const { lit } = frame;
  const strong: Named[] = [];
  const weak: Named[] = [];
  for (const id of inOrder(frame)) {
    const wish = wishOf(context, frame, id);
    if (wish === null) continue;
    if (wish.radius > 3 && (lit === null || wish.isStrong)) places.block(wish.x, wish.y, wish.radius * 0.75);
    if (wish.isStrong) strong.push(wish);
    else if (lit === null && wish.radius >= smallestNamed) weak.push(wish);
  }
  return [...strong, ...weak];
}

/** The ids by label priority. Hovered, selected and pinned nodes come first: they must get a label. */
function inOrder({ look, hovered, lit: strong, byDegree }: NamesFrame): readonly string[] {
  const lit = strong?.nodes ?? [];
  const first = [hovered, look.selected, ...look.pinned].filter((id) => id !== null);
  const most = byDegree.slice(0, mostConsidered);
  return first.length === 0 && strong === null ? most : [...new Set([...first, ...lit, ...most])];
}

function wishOf(context: CanvasRenderingContext2D, { sigma, graph, look, lit }: NamesFrame, id: string): Named | null {
  const data = graph.hasNode(id) ? sigma.getNodeDisplayData(id) : undefined;
  if (data === undefined || data.hidden) return null;
  const { x, y } = sigma.framedGraphToViewport(data);
  const { width, height } = sigma.getDimensions();
  if (x < -60 || y < -20 || x > width + 60 || y > height + 20) return null;
  const { shape, degree, ...names } = graph.getNodeAttributes(id);
  const isStrong = look.pinned.has(id) || look.selected === id || (lit?.nodes.has(id) ?? false);
  const size = fontSize(degree);
  context.font = fontOf(size, isStrong);
  const text = shorten(names[look.language]);
  const radius = sigma.scaleSize(data.size) * Math.min(shape.scale, 1.2);
  return {
    id,
    text,
    x,
    y,
    radius,
    width: widthOf(context, text),
    height: size + 4,
    isStrong,
    isImportant: isStrong || degree >= 10,
  };
}

function drawName(context: CanvasRenderingContext2D, { palette }: Look, { wish, x, y }: PlacedLabel): void {
  context.font = fontOf(wish.height - 4, 'isStrong' in wish && wish.isStrong === true);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.halo;
  context.strokeText(wish.text, x, y);
  context.fillStyle = palette.text;
  context.fillText(wish.text, x, y);
}

function drawRings(context: CanvasRenderingContext2D, { sigma, graph, look, hovered }: NamesFrame): void {
  context.strokeStyle = look.palette.ring;
  for (const id of new Set([look.selected, hovered, ...look.pinned])) {
    const data = id !== null && graph.hasNode(id) ? sigma.getNodeDisplayData(id) : undefined;
    if (data === undefined || data.hidden) continue;
    const { x, y } = sigma.framedGraphToViewport(data);
    context.lineWidth = id === look.selected ? 2 : 1.25;
    context.beginPath();
    context.arc(x, y, sigma.scaleSize(data.size) * 1.25 + 3, 0, 2 * Math.PI);
    context.stroke();
  }
}

function fontSize(degree: number): number {
  return degree >= 20 ? 14 : degree >= 8 ? 12.5 : 11.5;
}

function fontOf(size: number, isStrong: boolean): string {
  return `${isStrong || size >= 14 ? 600 : 400} ${size}px system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", sans-serif`;
}

function shorten(name: string): string {
  return name.length > 34 ? `${name.slice(0, 32)}…` : name;
}

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`;
  const width = widths.get(key) ?? context.measureText(text).width;
  widths.set(key, width);
  return width;
}
