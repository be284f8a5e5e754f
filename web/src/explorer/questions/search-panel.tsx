import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { SearchDocument, type SearchQuery } from '../../generated/graphql.js';
import { dataChanges } from '../ask/dataset.js';
import { useAnswer, type Answer } from '../ask/use-answer.js';
import { drawnNode, type DrawnGraph } from '../graph/drawn-graph.js';
import { useLight } from '../parts/answer-light.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink } from '../parts/entity-link.js';
import { here } from '../place/here.js';
import { language } from '../words/language.js';
import { say } from '../words/say.js';

type Edge = SearchQuery['search']['edges'][number];

/** The search results for a text, page by page. */
export function SearchPanel(): JSX.Element {
  const text = here.value.text ?? '';
  // Restarts from the first page when the data change: pages of different versions do not fit together.
  return <Results key={`${dataChanges.value} ${text}`} text={text} />;
}

interface Found {
  readonly answer: Answer<SearchQuery>;
  /** The edges of all previous pages. */
  readonly earlier: readonly Edge[];
  /** Loads the page after a cursor. */
  readonly more: (cursor: string) => void;
}

function useFound(text: string): Found {
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly Edge[]>([]);
  const page = { text, lang: language.api.value, ...(after === null ? {} : { after }) };
  const answer = useAnswer(SearchDocument, text === '' ? null : page);
  const edges = answer.state === 'loaded' ? answer.data.search.edges : null;
  const light = useMemo(() => (edges === null ? null : foundGraph([...earlier, ...edges])), [edges, earlier]);
  useLight(light);
  const more = (cursor: string): void => {
    setEarlier([...earlier, ...(edges ?? [])]);
    setAfter(cursor);
  };
  return { answer, earlier, more };
}

function Results({ text }: { readonly text: string }): JSX.Element {
  const { answer, earlier, more } = useFound(text);
  return (
    <section class="panel">
      <h2>{say('search.all', { text })}</h2>
      <ResultList edges={earlier} />
      <AnswerState answer={answer}>
        {({ search: { totalCount, pageInfo, edges: found } }) => (
          <>
            <ResultList edges={found} />
            <p>{say('search.count', { count: totalCount })}</p>
            {pageInfo.hasNextPage && pageInfo.endCursor && (
              <button type="button" class="quiet" onClick={() => more(pageInfo.endCursor ?? '')}>
                {say('search.more')}
              </button>
            )}
          </>
        )}
      </AnswerState>
    </section>
  );
}

function foundGraph(edges: readonly Edge[]): DrawnGraph {
  return { nodes: edges.map(({ node }) => drawnNode(node)), links: [], truncated: false };
}

function ResultList({ edges }: { readonly edges: readonly Edge[] }): JSX.Element {
  return (
    <ul class="results">
      {edges.map(({ node, highlights }) => (
        <li key={node.id}>
          <EntityLink entity={node} />
          {highlights.slice(0, 2).map((highlight) => (
            <p key={highlight} class="highlight">
              {marked(highlight)}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Renders a highlight. The API encloses matches in « and ». */
function marked(text: string): (JSX.Element | string)[] {
  return text.split(/«([^»]*)»/).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
