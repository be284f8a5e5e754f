import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { FoundDocument, type FoundQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { drawnNode } from '../graph/drawn-graph.js';
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
  return <Results key={text} text={text} />;
}

function Results({ text }: { readonly text: string }): JSX.Element {
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly Edge[]>([]);
  const answer = useAnswer(
    FoundDocument,
    text === '' ? null : { text, lang: language.api.value, ...(after === null ? {} : { after }) },
  );
  const edges = answer.state === 'answered' ? answer.data.search.edges : null;
  const light = useMemo(
    () =>
      edges === null
        ? null
        : { nodes: [...earlier, ...edges].map(({ node }) => drawnNode(node)), links: [], truncated: false },
    [edges, earlier],
  );
  useLight(light);
  const more = (cursor: string): void => {
    setEarlier([...earlier, ...(edges ?? [])]);
    setAfter(cursor);
  };
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
