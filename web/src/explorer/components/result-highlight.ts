import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { GraphData } from '../graph/graph-data.js';

/** The result to highlight in the graph; null if no result is open or it is loading. */
export const resultHighlight = signal<GraphData | null>(null);

/** Highlights a result while the component is mounted. Pass a memoized object: a new one triggers a redraw. */
export function useResultHighlight(result: GraphData | null): void {
  useEffect(() => {
    resultHighlight.value = result;
    return () => {
      if (resultHighlight.value === result) resultHighlight.value = null;
    };
  }, [result]);
}
