import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DrawnGraph } from '../graph/drawn-graph.js';

/** The part of the graph that the open answer lights, or null where none is open or it is awaited. */
export const answerLight = signal<DrawnGraph | null>(null);

/** Lights a part of the graph for as long as the component stands; the part must be the same object while it is the same. */
export function useLight(part: DrawnGraph | null): void {
  useEffect(() => {
    answerLight.value = part;
    return () => {
      if (answerLight.value === part) answerLight.value = null;
    };
  }, [part]);
}
