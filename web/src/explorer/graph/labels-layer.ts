import type Sigma from 'sigma';
import { LabelPlacer, type Box, type LabelRequest, type PlacedLabel } from './label-placer.js';
import type { Highlight, Appearance } from './appearance.js';
import type { LinkAttributes, NodeAttributes, RenderGraph } from './render-graph.js';

/** The state that the label layer needs to draw a frame. */
export interface LabelFrame {
  readonly sigma: Sigma<NodeAttributes, LinkAttributes>;
  readonly graph: RenderGraph;
  readonly appearance: Appearance;
  readonly highlight: Highlight | null;
  readonly hoveredId: string | null;
  /** Parts of the canvas that other elements of the page cover. */
  readonly coveredBoxes: readonly Box[];
  /** All ids, sorted by descending degree. */
  readonly idsByDegree: readonly string[];
}

const maxLabels = 220;
/** Only this many nodes, those with the highest degree, are considered for a label. */
const maxCandidates = 1500;
const minLabeledRadius = 4.6;
const textWidths = new Map<string, number>();

interface NodeLabel extends LabelRequest {
  readonly id: string;
  readonly isHighlighted: boolean;
}

/** Draws labels without overlaps, important ones first, and rings around the selected, hovered and pinned nodes. */
export function drawLabels(context: CanvasRenderingContext2D, frame: LabelFrame): void {
  const { width, height } = frame.sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  const placer = new LabelPlacer({ left: 0, top: 0, right: width, bottom: height });
  for (const box of frame.coveredBoxes) placer.reserve(box);
  const labels = collectLabels(context, frame, placer);
  const placedLabels = labels.slice(0, maxLabels * 3).flatMap((request) => placer.place(request) ?? []);
  drawRings(context, frame);
  for (const label of placedLabels.slice(0, maxLabels)) drawLabel(context, frame.appearance, label);
}

function collectLabels(context: CanvasRenderingContext2D, frame: LabelFrame, placer: LabelPlacer): NodeLabel[] {
  const { highlight } = frame;
  const highlightedLabels: NodeLabel[] = [];
  const otherLabels: NodeLabel[] = [];
  for (const id of idsByPriority(frame)) {
    const request = createLabel(context, frame, id);
    if (request === null) continue;
    if (request.radius > 3 && (highlight === null || request.isHighlighted))
      placer.reserveNode(request.x, request.y, request.radius * 0.75);
    if (request.isHighlighted) highlightedLabels.push(request);
    else if (highlight === null && request.radius >= minLabeledRadius) otherLabels.push(request);
  }
  return [...highlightedLabels, ...otherLabels];
}

/** The ids by label priority. Hovered, selected and pinned nodes come first: they must get a label. */
function idsByPriority(frame: LabelFrame): readonly string[] {
  const { highlight, idsByDegree } = frame;
  const requiredIds = listRingedIds(frame);
  const topIds = idsByDegree.slice(0, maxCandidates);
  return requiredIds.length === 0 && highlight === null
    ? topIds
    : [...new Set([...requiredIds, ...(highlight?.nodes ?? []), ...topIds])];
}

/** The hovered, selected and pinned nodes. */
function listRingedIds({ appearance, hoveredId }: LabelFrame): readonly string[] {
  return [hoveredId, appearance.selectedId, ...appearance.pinned].filter((id) => id !== null);
}

function hasRing(id: string, { appearance, hoveredId }: LabelFrame): boolean {
  return id === hoveredId || id === appearance.selectedId || appearance.pinned.includes(id);
}

function createLabel(context: CanvasRenderingContext2D, frame: LabelFrame, id: string): NodeLabel | null {
  const { sigma, graph, appearance, highlight } = frame;
  const data = graph.hasNode(id) ? sigma.getNodeDisplayData(id) : undefined;
  if (data === undefined || data.hidden) return null;
  const { x, y } = sigma.framedGraphToViewport(data);
  const { width, height } = sigma.getDimensions();
  if (x < -60 || y < -20 || x > width + 60 || y > height + 20) return null;
  const { shape, degree, ...names } = graph.getNodeAttributes(id);
  const isRinged = hasRing(id, frame);
  const isHighlighted = isRinged || (highlight?.nodes.has(id) ?? false);
  const size = fontSize(degree);
  context.font = fontOf(size, isHighlighted);
  const text = truncate(names[appearance.language]);
  const radius = sigma.scaleSize(data.size) * Math.min(shape.scale, 1.2);
  return {
    id,
    text,
    x,
    y,
    radius,
    width: measureWidth(context, text),
    height: size + 4,
    isHighlighted,
    isImportant: isHighlighted || degree >= 10,
    isRequired: isRinged && x >= 0 && y >= 0 && x <= width && y <= height,
  };
}

function drawLabel(
  context: CanvasRenderingContext2D,
  { palette }: Appearance,
  { request, x, y }: PlacedLabel<NodeLabel>,
): void {
  context.font = fontOf(request.height - 4, request.isHighlighted);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.halo;
  context.strokeText(request.text, x, y);
  context.fillStyle = palette.text;
  context.fillText(request.text, x, y);
}

function drawRings(context: CanvasRenderingContext2D, frame: LabelFrame): void {
  const { sigma, graph, appearance } = frame;
  context.strokeStyle = appearance.palette.ring;
  for (const id of new Set(listRingedIds(frame))) {
    const data = graph.hasNode(id) ? sigma.getNodeDisplayData(id) : undefined;
    if (data === undefined || data.hidden) continue;
    const { x, y } = sigma.framedGraphToViewport(data);
    context.lineWidth = id === appearance.selectedId ? 2 : 1.25;
    context.beginPath();
    context.arc(x, y, sigma.scaleSize(data.size) * 1.25 + 3, 0, 2 * Math.PI);
    context.stroke();
  }
}

function fontSize(degree: number): number {
  return degree >= 20 ? 14 : degree >= 8 ? 12.5 : 11.5;
}

function fontOf(size: number, isHighlighted: boolean): string {
  return `${isHighlighted || size >= 14 ? 600 : 400} ${size}px system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", sans-serif`;
}

function truncate(name: string): string {
  return name.length > 34 ? `${name.slice(0, 32)}…` : name;
}

function measureWidth(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`;
  const width = textWidths.get(key) ?? context.measureText(text).width;
  textWidths.set(key, width);
  return width;
}
