import { signal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GraphData } from '../graph/graph-data.js';
import type { Highlight, Appearance } from '../graph/appearance.js';
import { palette } from '../graph/palette.js';
import type { RenderGraph } from '../graph/render-graph.js';
import { GraphCanvas, type GraphCanvasEvents } from '../graph/graph-canvas.js';
import { navigate, currentRoute } from '../route/navigation.js';
import { language } from '../i18n/language.js';
import { translate } from '../i18n/translate.js';
import { resultHighlight } from './result-highlight.js';

/** The mounted picture, which the toolbar controls; null while there is none. */
export const graphCanvas = signal<GraphCanvas | null>(null);

/** Renders the graph, and updates it when the route, language or theme changes. */
export function GraphView({ graph }: { readonly graph: RenderGraph | null }): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const isSupported = useGraphCanvas(container, graph);
  const label = translate('picture.label', { nodes: graph?.order ?? 0, links: graph?.size ?? 0 });
  return (
    <div class="picture">
      <div ref={container} class="canvas" role="application" aria-label={label} tabIndex={0} onKeyDown={handleKey} />
      {!isSupported && <p class="failed">{translate('picture.noWebgl')}</p>}
      {graph === null && (
        <p class="waiting" role="status">
          {translate('waiting')}
        </p>
      )}
    </div>
  );
}

/** Creates and updates the picture. Returns false if the browser cannot render it. */
function useGraphCanvas(container: RefObject<HTMLDivElement | null>, graph: RenderGraph | null): boolean {
  const [isSupported, setIsSupported] = useState(true);
  const appearance = useAppearance();
  useEffect(() => {
    if (graph === null || container.current === null) return;
    if (graphCanvas.value === null) setIsSupported(createCanvas(container.current, graph, appearance));
    else graphCanvas.value.setGraph(graph);
    setTimeout(() => fitHighlight(appearance.highlight), 50);
  }, [graph]);
  useEffect(() => graphCanvas.value?.setAppearance(appearance), [appearance]);
  useEffect(() => fitHighlight(appearance.highlight), [appearance.highlight]);
  useEffect(
    () => () => {
      graphCanvas.value?.remove();
      graphCanvas.value = null;
    },
    [],
  );
  return isSupported;
}

function createCanvas(container: HTMLElement, graph: RenderGraph, appearance: Appearance): boolean {
  const events: GraphCanvasEvents = {
    onNode: (id) => navigate({ node: id }),
    onBackground: () => navigate({ node: null }),
    coveringElements: () => document.querySelectorAll('.legend, .zoom'),
  };
  try {
    graphCanvas.value = new GraphCanvas(container, graph, appearance, events);
    performance.mark('atlas-drawn');
    return true;
  } catch {
    return false; // no WebGL
  }
}

function useAppearance(): Appearance {
  const { node, hidden, off, pinned, only } = currentRoute.value;
  const result = resultHighlight.value;
  const colors = palette.value;
  const languageCode = language.code.value;
  const highlight = useMemo(() => (result === null || only ? null : toHighlight(result)), [result, only]);
  return useMemo<Appearance>(
    () => ({
      palette: colors,
      language: languageCode,
      selectedId: node,
      highlight,
      hidden,
      off,
      pinned,
    }),
    [colors, languageCode, node, highlight, hidden, off, pinned],
  );
}

function toHighlight({ nodes, links }: GraphData): Highlight | null {
  if (nodes.length === 0) return null;
  return { nodes: new Set(nodes.map(({ id }) => id)), links: new Set(links.map(({ id }) => id)) };
}

function fitHighlight(highlight: Highlight | null): void {
  if (highlight !== null) graphCanvas.value?.fitNodes([...highlight.nodes]);
}

const panStep = 0.12;

const keyActions: Readonly<Record<string, (canvas: GraphCanvas) => void>> = {
  ArrowRight: (canvas) => canvas.pan(panStep, 0),
  ArrowLeft: (canvas) => canvas.pan(-panStep, 0),
  ArrowDown: (canvas) => canvas.pan(0, panStep),
  ArrowUp: (canvas) => canvas.pan(0, -panStep),
  '+': (canvas) => canvas.zoom(1.5),
  '=': (canvas) => canvas.zoom(1.5),
  '-': (canvas) => canvas.zoom(1 / 1.5),
  '0': (canvas) => canvas.fitNodes([]),
};

function handleKey(event: KeyboardEvent): void {
  const runAction = keyActions[event.key];
  if (runAction === undefined || graphCanvas.value === null || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  runAction(graphCanvas.value);
}
