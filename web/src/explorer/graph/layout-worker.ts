import { computeLayout, type LayoutTask } from './layout.js';

addEventListener('message', ({ data }: MessageEvent<{ readonly number: number; readonly task: LayoutTask }>) => {
  postMessage({ number: data.number, layout: computeLayout(data.task) });
});
