import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { SearchDocument, type SearchQuery } from '../../generated/graphql.js';
import { dataVersion } from '../api/dataset.js';
import { useQuery, type QueryState } from '../api/use-query.js';
import { toGraphNode, type GraphData } from '../graph/graph-data.js';
import { useResultHighlight } from '../components/result-highlight.js';
import { QueryResult } from '../components/query-result.js';
import { EntityLink } from '../components/entity-link.js';
import { currentRoute } from '../route/navigation.js';
import { language } from '../i18n/language.js';
import { translate } from '../i18n/translate.js';

type Edge = SearchQuery['search']['edges'][number];

/** The search results for a text, page by page. */
export function SearchPanel(): JSX.Element {
  const text = currentRoute.value.text?.trim() ?? '';
  if (text === '') return <EmptySearch />;
  // Restarts from the first page when the data change: pages of different versions do not fit together.
  return <Results key={`${dataVersion.value} ${text}`} text={text} />;
}

function EmptySearch(): JSX.Element {
  return (
    <section class="panel">
      <h2>{translate('view.search')}</h2>
      <p class="intro">{translate('search.noText')}</p>
    </section>
  );
}

interface SearchState {
  readonly query: QueryState<SearchQuery>;
  /** The edges of all previous pages. */
  readonly earlierEdges: readonly Edge[];
  /** Loads the page after a cursor. */
  readonly loadMore: (cursor: string) => void;
}

function useSearch(text: string): SearchState {
  const [after, setAfter] = useState<string | null>(null);
  const [earlierEdges, setEarlierEdges] = useState<readonly Edge[]>([]);
  const variables = { text, lang: language.api.value, ...(after === null ? {} : { after }) };
  const query = useQuery(SearchDocument, variables);
  const edges = query.state === 'loaded' ? query.data.search.edges : null;
  const result = useMemo(
    () => (edges === null ? null : toResultGraph([...earlierEdges, ...edges])),
    [edges, earlierEdges],
  );
  useResultHighlight(result);
  const loadMore = (cursor: string): void => {
    setEarlierEdges([...earlierEdges, ...(edges ?? [])]);
    setAfter(cursor);
  };
  return { query, earlierEdges, loadMore };
}

function Results({ text }: { readonly text: string }): JSX.Element {
  const { query, earlierEdges, loadMore } = useSearch(text);
  return (
    <section class="panel">
      <h2>{translate('search.all', { text })}</h2>
      <ResultList edges={earlierEdges} />
      <QueryResult query={query}>
        {({ search: { totalCount, pageInfo, edges: pageEdges } }) => (
          <>
            <ResultList edges={pageEdges} />
            <p>{translate('search.count', { count: totalCount })}</p>
            {pageInfo.hasNextPage && pageInfo.endCursor && (
              <button type="button" class="quiet" onClick={() => loadMore(pageInfo.endCursor ?? '')}>
                {translate('search.more')}
              </button>
            )}
          </>
        )}
      </QueryResult>
    </section>
  );
}

function toResultGraph(edges: readonly Edge[]): GraphData {
  return { nodes: edges.map(({ node }) => toGraphNode(node)), links: [], truncated: false };
}

function ResultList({ edges }: { readonly edges: readonly Edge[] }): JSX.Element {
  return (
    <ul class="results">
      {edges.map(({ node, highlights }) => (
        <li key={node.id}>
          <EntityLink entity={node} />
          {highlights.slice(0, 2).map((highlight) => (
            <p key={highlight} class="highlight">
              {renderHighlight(highlight)}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Renders a highlight. The API encloses matches in « and ». */
function renderHighlight(text: string): (JSX.Element | string)[] {
  return text.split(/«([^»]*)»/).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
