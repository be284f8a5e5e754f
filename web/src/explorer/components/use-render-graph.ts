import { useEffect, useState } from 'preact/hooks';
import type { GraphData } from '../graph/graph-data.js';
import { computeLayoutInWorker } from '../graph/layout-client.js';
import { toRenderGraph, type RenderGraph } from '../graph/render-graph.js';

const renderGraphCache = new WeakMap<GraphData, RenderGraph>();

/** Lays out a graph in a web worker. Returns the previous graph until the layout is ready. */
export function useRenderGraph(data: GraphData | null): RenderGraph | null {
  const [renderGraph, setRenderGraph] = useState<RenderGraph | null>(
    data === null ? null : (renderGraphCache.get(data) ?? null),
  );
  useEffect(() => {
    if (data === null) return undefined;
    let isCurrent = true;
    const cachedGraph = renderGraphCache.get(data);
    if (cachedGraph) setRenderGraph(cachedGraph);
    else {
      void computeLayoutInWorker(data).then((layout) => {
        const graph = toRenderGraph(data, layout);
        renderGraphCache.set(data, graph);
        if (isCurrent) setRenderGraph(graph);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [data]);
  return renderGraph;
}
