import { signal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DrawnGraph } from '../graph/drawn-graph.js';
import type { Lit, Look } from '../graph/look.js';
import { palette } from '../graph/palette.js';
import type { PictureGraph } from '../graph/picture-graph.js';
import { Picture, type PictureEvents } from '../graph/picture.js';
import { go, here } from '../place/here.js';
import { language } from '../words/language.js';
import { say } from '../words/say.js';
import { answerLight } from './answer-light.js';

/** The mounted picture, which the toolbar controls; null while there is none. */
export const picture = signal<Picture | null>(null);

/** Renders the graph, and updates it when the route, language or theme changes. */
export function PictureView({ graph }: { readonly graph: PictureGraph | null }): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const isPossible = usePicture(container, graph);
  const label = say('picture.label', { nodes: graph?.order ?? 0, links: graph?.size ?? 0 });
  return (
    <div class="picture">
      <div ref={container} class="canvas" role="application" aria-label={label} tabIndex={0} onKeyDown={steer} />
      {!isPossible && <p class="failed">{say('picture.noWebgl')}</p>}
      {graph === null && (
        <p class="waiting" role="status">
          {say('waiting')}
        </p>
      )}
    </div>
  );
}

/** Creates and updates the picture. Returns false if the browser cannot render it. */
function usePicture(container: RefObject<HTMLDivElement | null>, graph: PictureGraph | null): boolean {
  const [isPossible, setPossible] = useState(true);
  const look = useLook();
  useEffect(() => {
    if (graph === null || container.current === null) return;
    if (picture.value === null) setPossible(start(container.current, graph, look));
    else picture.value.setGraph(graph);
    setTimeout(() => showWhatMatters(look.lit), 50);
  }, [graph]);
  useEffect(() => picture.value?.setLook(look), [look]);
  useEffect(() => showWhatMatters(look.lit), [look.lit]);
  useEffect(
    () => () => {
      picture.value?.remove();
      picture.value = null;
    },
    [],
  );
  return isPossible;
}

function start(container: HTMLElement, graph: PictureGraph, look: Look): boolean {
  const events: PictureEvents = {
    onNode: (id) => go({ node: id }),
    onGround: () => go({ node: null }),
    covers: () => document.querySelectorAll('.legend, .zoom'),
  };
  try {
    picture.value = new Picture(container, graph, look, events);
    performance.mark('atlas-drawn');
    return true;
  } catch {
    return false; // no WebGL
  }
}

function useLook(): Look {
  const { node, hidden, off, pinned, only } = here.value;
  const light = answerLight.value;
  const colours = palette.value;
  const code = language.code.value;
  const lit = useMemo(() => (light === null || only ? null : litBy(light)), [light, only]);
  return useMemo<Look>(
    () => ({
      palette: colours,
      language: code,
      selected: node,
      lit,
      hidden: new Set(hidden),
      off: new Set(off),
      pinned: new Set(pinned),
    }),
    [colours, code, node, lit, hidden, off, pinned],
  );
}

function litBy({ nodes, links }: DrawnGraph): Lit | null {
  if (nodes.length === 0) return null;
  return { nodes: new Set(nodes.map(({ id }) => id)), links: new Set(links.map(({ id }) => id)) };
}

function showWhatMatters(lit: Lit | null): void {
  if (lit !== null) picture.value?.show([...lit.nodes]);
}

const step = 0.12;

const keys: Readonly<Record<string, (shown: Picture) => void>> = {
  ArrowRight: (shown) => shown.pan(step, 0),
  ArrowLeft: (shown) => shown.pan(-step, 0),
  ArrowDown: (shown) => shown.pan(0, step),
  ArrowUp: (shown) => shown.pan(0, -step),
  '+': (shown) => shown.zoom(1.5),
  '=': (shown) => shown.zoom(1.5),
  '-': (shown) => shown.zoom(1 / 1.5),
  '0': (shown) => shown.show([]),
};

function steer(event: KeyboardEvent): void {
  const act = keys[event.key];
  if (act === undefined || picture.value === null || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  act(picture.value);
}
