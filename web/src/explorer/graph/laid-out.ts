import type { DrawnGraph } from './drawn-graph.js';
import type { Layout, LayoutTask } from './layout.js';
import { sizeOf } from './size.js';

const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
const waiting = new Map<number, (layout: Layout) => void>();
let lastNumber = 0;

worker.addEventListener('message', ({ data }: MessageEvent<{ readonly number: number; readonly layout: Layout }>) => {
  waiting.get(data.number)?.(data.layout);
  waiting.delete(data.number);
});

/** Computes the layout of a graph in a web worker. */
export function layoutOf({ nodes, links }: DrawnGraph): Promise<Layout> {
  const sorted = [...nodes].sort((one, other) => (one.id < other.id ? -1 : 1));
  const task: LayoutTask = {
    ids: sorted.map(({ id }) => id),
    sizes: sorted.map(({ degree }) => sizeOf(degree)),
    links: links.map(({ source, target }) => [source, target] as const),
  };
  lastNumber += 1;
  const number = lastNumber;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    worker.postMessage({ number, task });
  });
}
