import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Operation } from 'virtual:operations';
import { NodesByIdDocument } from '../../generated/graphql.js';
import { executeDocument, executeQuery } from '../api/execute.js';
import { useCachedTask } from '../api/use-query.js';
import { toGraphNode, type GraphData } from '../graph/graph-data.js';
import { useResultHighlight } from '../components/result-highlight.js';
import { QueryResult } from '../components/query-result.js';
import { QuestionList, questionTitle } from '../components/question-list.js';
import { findSupportedOperations } from '../model/supported-operations.js';
import { model } from '../model/served-model.js';
import { currentRoute } from '../route/navigation.js';
import { translate } from '../i18n/translate.js';
import { collectIds, toTableData, type ResultTableData as TableData } from './result-table-data.js';
import { ResultTable } from './result-table.js';

interface QuestionResult {
  readonly table: TableData;
  readonly graph: GraphData;
}

/** The panel of a sample operation: its result as a table, highlighted in the graph. */
export function QuestionPanel(): JSX.Element {
  const operation = findSupportedOperations(model.value).find(({ name }) => name === currentRoute.value.question);
  const query = useCachedTask(operation ? `question ${operation.name}` : null, (signal) =>
    operation ? runOperation(operation, signal) : Promise.reject(new Error('No sample operation has this name.')),
  );
  const graph = query.state === 'loaded' ? query.data.graph : null;
  useResultHighlight(useMemo(() => graph, [graph]));
  if (operation === undefined) return <QuestionChoice unknownName={currentRoute.value.question} />;
  return (
    <section class="panel panel-question">
      <h2>{questionTitle(operation)}</h2>
      <QueryResult query={query}>
        {(data) => <ResultTable table={data.table} names={new Map(data.graph.nodes.map((node) => [node.id, node]))} />}
      </QueryResult>
    </section>
  );
}

/** The list of the questions, for a route without a question or with an unknown one. */
function QuestionChoice({ unknownName }: { readonly unknownName: string | null }): JSX.Element {
  return (
    <section class="panel">
      <h2>{translate('answers')}</h2>
      {unknownName !== null && (
        <p class="failed" role="alert">
          {translate('unknown', { id: unknownName })}
        </p>
      )}
      <p class="intro">{translate('answers.intro')}</p>
      <QuestionList />
    </section>
  );
}

const maxIdsPerRequest = 100;

async function runOperation({ textWithIds, variables }: Operation, signal: AbortSignal): Promise<QuestionResult> {
  const data = await executeQuery(textWithIds, variables, signal);
  const ids = collectIds(data);
  const pages = Array.from({ length: Math.ceil(ids.length / maxIdsPerRequest) }, (_, page) =>
    ids.slice(page * maxIdsPerRequest, (page + 1) * maxIdsPerRequest),
  );
  const nodePages = await Promise.all(pages.map((page) => executeDocument(NodesByIdDocument, { ids: page }, signal)));
  const allNodes = nodePages.flatMap((page) => page.nodes.flatMap((node) => node ?? []));
  const nodes = allNodes.flatMap((node) => ('en' in node ? [toGraphNode(node)] : []));
  const links = allNodes.flatMap((node) => ('source' in node ? [node] : []));
  return { table: toTableData(data), graph: { nodes, links, truncated: false } };
}
