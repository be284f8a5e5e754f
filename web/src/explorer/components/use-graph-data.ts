import { useMemo } from 'preact/hooks';
import { NeighborhoodDocument, WholeGraphDocument } from '../../generated/graphql.js';
import { useQuery, type QueryState } from '../api/use-query.js';
import { toGraphData, inducedSubgraph, mergeGraphs, type GraphData } from '../graph/graph-data.js';
import { currentRoute } from '../route/navigation.js';
import { resultHighlight } from './result-highlight.js';

/** Loads the graph of the current route: the whole graph, a neighborhood, or the result alone. */
export function useGraphData(): QueryState<GraphData> {
  const { around, only: isResultOnly } = currentRoute.value;
  const isWholeGraph = around.length === 0;
  const wholeGraph = useQuery(WholeGraphDocument, isWholeGraph ? {} : null);
  const neighborhood = useQuery(NeighborhoodDocument, isWholeGraph ? null : { ids: around });
  const data = isWholeGraph
    ? wholeGraph.state === 'loaded'
      ? wholeGraph.data.graph
      : null
    : neighborhood.state === 'loaded'
      ? neighborhood.data.neighborhood
      : null;
  // Compares by text: if new data leave the graph unchanged, the layout is kept.
  const serializedData = useMemo(() => JSON.stringify(data), [data]);
  const baseGraph = useMemo(() => (data === null ? null : toGraphData(data)), [serializedData]);
  const result = resultHighlight.value;
  const graphData = useMemo(
    () => (baseGraph === null ? null : addResult(baseGraph, result, isResultOnly)),
    [baseGraph, result, isResultOnly],
  );
  const query = isWholeGraph ? wholeGraph : neighborhood;
  if (graphData !== null) return { state: 'loaded', data: graphData };
  return query.state === 'failed' ? query : { state: 'loading' };
}

/** Adds the result to the graph. Returns the same object if nothing is added, so that the layout is kept. */
function addResult(baseGraph: GraphData, result: GraphData | null, isResultOnly: boolean): GraphData {
  if (result === null || result.nodes.length === 0) return baseGraph;
  const resultIds = new Set(result.nodes.map(({ id }) => id));
  if (isResultOnly)
    return mergeGraphs(
      result,
      inducedSubgraph(baseGraph, (id) => resultIds.has(id)),
    );
  const baseIds = new Set(baseGraph.nodes.map(({ id }) => id));
  return result.nodes.every(({ id }) => baseIds.has(id)) ? baseGraph : mergeGraphs(baseGraph, result);
}
