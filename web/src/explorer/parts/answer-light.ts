import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DrawnGraph } from '../graph/drawn-graph.js';

/** The result to highlight in the graph; null if no result is open or it is loading. */
export const answerLight = signal<DrawnGraph | null>(null);

/** Highlights a result while the component is mounted. Pass a memoized object: a new one triggers a redraw. */
export function useLight(part: DrawnGraph | null): void {
  useEffect(() => {
    answerLight.value = part;
    return () => {
      if (answerLight.value === part) answerLight.value = null;
    };
  }, [part]);
}
