import { useEffect, useState } from 'preact/hooks';
import type { DrawnGraph } from '../graph/drawn-graph.js';
import { layoutOf } from '../graph/laid-out.js';
import { pictureGraph, type PictureGraph } from '../graph/picture-graph.js';

const laidOut = new WeakMap<DrawnGraph, PictureGraph>();

/** Lays out a graph in a web worker. Returns the previous graph until the layout is ready. */
export function usePictureGraph(drawn: DrawnGraph | null): PictureGraph | null {
  const [shown, setShown] = useState<PictureGraph | null>(drawn === null ? null : (laidOut.get(drawn) ?? null));
  useEffect(() => {
    if (drawn === null) return undefined;
    let isWanted = true;
    const ready = laidOut.get(drawn);
    if (ready) setShown(ready);
    else {
      void layoutOf(drawn).then((layout) => {
        const graph = pictureGraph(drawn, layout);
        laidOut.set(drawn, graph);
        if (isWanted) setShown(graph);
      });
    }
    return () => {
      isWanted = false;
    };
  }, [drawn]);
  return shown;
}
