import type { GraphData } from './graph-data.js';
import type { Layout, LayoutTask } from './layout.js';
import { sizeOf } from './size.js';

const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
const pendingLayouts = new Map<number, (layout: Layout) => void>();
let lastTaskNumber = 0;

worker.addEventListener('message', ({ data }: MessageEvent<{ readonly number: number; readonly layout: Layout }>) => {
  pendingLayouts.get(data.number)?.(data.layout);
  pendingLayouts.delete(data.number);
});

/** Computes the layout of a graph in a web worker. */
export function computeLayoutInWorker({ nodes, links }: GraphData): Promise<Layout> {
  const sorted = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const task: LayoutTask = {
    ids: sorted.map(({ id }) => id),
    sizes: sorted.map(({ degree }) => sizeOf(degree)),
    links: links.map(({ source, target }) => [source, target] as const),
  };
  lastTaskNumber += 1;
  const number = lastTaskNumber;
  return new Promise((resolve) => {
    pendingLayouts.set(number, resolve);
    worker.postMessage({ number, task });
  });
}
