import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CardDocument, CardFactsDocument, type CardFactsQuery, type CardQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { typeOf } from '../model/served-model.js';
import { go } from '../place/here.js';
import { kindName } from '../words/kinds.js';
import { language } from '../words/language.js';
import { nameOf, say } from '../words/say.js';
import { AnswerState } from './answer-state.js';
import { CardActions } from './card-actions.js';
import { FactGroups } from './fact-groups.js';
import { KindIcon } from './kind-icon.js';
import { NamedInSection } from './named-in-section.js';
import { Particulars } from './particulars.js';
import { Sources } from './sources.js';

/** The entity that a card shows. */
export type CardEntity = Extract<CardQuery['node'], { readonly en: string }>;

/** The card of an entity: names, summary, and facts with their sources. */
export function Card({ id }: { readonly id: string }): JSX.Element {
  const answer = useAnswer(CardDocument, { id, lang: language.api.value });
  return (
    <article class="card" aria-live="polite">
      <button
        type="button"
        class="close"
        aria-label={say('close')}
        title={say('close')}
        onClick={() => go({ node: null })}
      >
        ×
      </button>
      <AnswerState answer={answer}>
        {({ node }) =>
          node && 'en' in node ? <Entity key={node.id} entity={node} /> : <p class="failed">{say('unknown', { id })}</p>
        }
      </AnswerState>
    </article>
  );
}

function Entity({ entity }: { readonly entity: CardEntity }): JSX.Element {
  const type = typeOf(entity.__typename);
  return (
    <>
      <Names entity={entity} />
      {entity.summary && <p class="summary">{entity.summary}</p>}
      <Particulars entity={entity} />
      <CardActions entity={entity} />
      {entity.citations.length > 0 && (
        <p class="named-in">
          {say('sources')} <Sources citations={entity.citations} />
        </p>
      )}
      <AllFacts id={entity.id} />
      {type?.isSection && <NamedInSection id={entity.id} type={type} />}
    </>
  );
}

function Names({ entity }: { readonly entity: CardEntity }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isTyping()) heading.current?.focus({ preventScroll: true });
  }, []);
  const other = language.code.value === 'zh' ? entity.en : entity.zh;
  return (
    <>
      <p class="card-kind">
        <KindIcon kind={entity.__typename} /> {kindName(entity.__typename)}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {nameOf(entity)}
      </h2>
      {other !== nameOf(entity) && <p class="other-name">{other}</p>}
      {entity.aliases.length > 0 && (
        <p class="aliases">
          {say('aliases')}: {entity.aliases.join(' · ')}
        </p>
      )}
    </>
  );
}

/** Whether the focus is in a text field with text. A card that opens then does not take the focus. */
function isTyping(): boolean {
  return document.activeElement instanceof HTMLInputElement && document.activeElement.value !== '';
}

/** The facts of an entity. The first 100 are loaded at once, the next 100 on request. */
function AllFacts({ id }: { readonly id: string }): JSX.Element {
  const lang = language.api.value;
  const [after, setAfter] = useState<string | null>(null);
  const first = useAnswer(CardFactsDocument, { id, lang });
  const next = useAnswer(CardFactsDocument, after === null ? null : { id, lang, after });
  const later = next.state === 'loaded' ? factsIn(next.data) : null;
  return (
    <AnswerState answer={first}>
      {(data) => {
        const facts = factsIn(data);
        const all = [...(facts?.nodes ?? []), ...(later?.nodes ?? [])];
        const cursor = later === null ? facts?.pageInfo.endCursor : null;
        const rest = (facts?.totalCount ?? 0) - all.length;
        return (
          <>
            <FactGroups of={id} facts={all} />
            {rest > 0 && cursor && (
              <button type="button" class="quiet" onClick={() => setAfter(cursor)}>
                {say('more', { count: Math.min(100, rest) })}
              </button>
            )}
          </>
        );
      }}
    </AnswerState>
  );
}

type Facts = Extract<CardFactsQuery['node'], { readonly relations: unknown }>['relations'];

function factsIn({ node }: CardFactsQuery): Facts | null {
  return node && 'relations' in node ? node.relations : null;
}
