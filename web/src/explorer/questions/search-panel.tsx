import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { FoundDocument, type FoundQuery } from '../../generated/graphql.js';
import { dataChanges } from '../ask/dataset.js';
import { useAnswer, type Answer } from '../ask/use-answer.js';
import { drawnNode, type DrawnGraph } from '../graph/drawn-graph.js';
import { useLight } from '../parts/answer-light.js';
import { AnswerState } from '../parts/answer-state.js';
import { EntityLink } from '../parts/entity-link.js';
import { here } from '../place/here.js';
import { language } from '../words/language.js';
import { say } from '../words/say.js';

type Edge = FoundQuery['search']['edges'][number];

/** All that a text finds, page by page. */
export function SearchPanel(): JSX.Element {
  const text = here.value.text ?? '';
  // Pages of different data do not fit together: new data begin with the first page again.
  return <Results key={`${dataChanges.value} ${text}`} text={text} />;
}

interface Found {
  readonly answer: Answer<FoundQuery>;
  /** What the pages before this one held. */
  readonly earlier: readonly Edge[];
  /** Asks for the page after a cursor. */
  readonly more: (cursor: string) => void;
}

function useFound(text: string): Found {
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly Edge[]>([]);
  const page = { text, lang: language.api.value, ...(after === null ? {} : { after }) };
  const answer = useAnswer(FoundDocument, text === '' ? null : page);
  const edges = answer.state === 'answered' ? answer.data.search.edges : null;
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

/** The API puts what matches between « and ». */
function marked(text: string): (JSX.Element | string)[] {
  return text.split(/«([^»]*)»/).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
