import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CardDocument, type CardQuery } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { go } from '../place/here.js';
import { kindName, kindOf } from '../words/kinds.js';
import { language } from '../words/language.js';
import { nameOf, say } from '../words/say.js';
import { AnswerState } from './answer-state.js';
import { CardActions } from './card-actions.js';
import { EntityLink } from './entity-link.js';
import { FactGroups } from './fact-groups.js';
import { KindIcon } from './kind-icon.js';
import { particulars } from './particulars.js';
import { Sources } from './sources.js';

/** The entity that a card shows. */
export type CardEntity = Extract<CardQuery['node'], { readonly en: string }>;

/** The card of an entity: its names, summary, and facts with their sources. */
export function Card({ id }: { readonly id: string }): JSX.Element {
  const answer = useAnswer(CardDocument, { id, lang: language.api.value });
  return (
    <article class="card" aria-live="polite">
      <button type="button" class="close" aria-label={say('close')} title={say('close')} onClick={() => go({ node: null })}>
        ×
      </button>
      <AnswerState answer={answer}>
        {({ node }) => (node && 'en' in node ? <Entity key={node.id} entity={node} /> : <p class="failed">{say('unknown', { id })}</p>)}
      </AnswerState>
    </article>
  );
}

function Entity({ entity }: { readonly entity: CardEntity }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const other = language.code.value === 'zh' ? entity.en : entity.zh;
  const kind = kindOf(entity.__typename);
  return (
    <>
      <p class="card-kind">
        <KindIcon kind={kind} /> {[kindName(kind), ...particulars(entity)].join(' · ')}
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
      {entity.summary && <p class="summary">{entity.summary}</p>}
      <CardActions entity={entity} />
      {entity.citations.length > 0 && (
        <p class="named-in">
          {say('sources')} <Sources citations={entity.citations} />
        </p>
      )}
      <AllFacts entity={entity} />
      {entity.__typename === 'Section' && <SectionEntities entity={entity} />}
    </>
  );
}

/** The facts, page by page where there are more than one answer holds. */
function AllFacts({ entity }: { readonly entity: CardEntity }): JSX.Element {
  const [after, setAfter] = useState<string | null>(null);
  const { nodes, pageInfo, totalCount } = entity.relations;
  const next = useAnswer(CardDocument, after === null ? null : { id: entity.id, lang: language.api.value, after });
  const later = next.state === 'answered' && next.data.node && 'en' in next.data.node ? next.data.node.relations.nodes : [];
  const rest = totalCount - nodes.length - later.length;
  return (
    <>
      <FactGroups of={entity.id} facts={[...nodes, ...later]} />
      {pageInfo.hasNextPage && later.length === 0 && (
        <button type="button" class="quiet" onClick={() => setAfter(pageInfo.endCursor ?? null)}>
          {say('more', { count: Math.min(100, rest) })}
        </button>
      )}
    </>
  );
}

function SectionEntities({ entity }: { readonly entity: Extract<CardEntity, { readonly __typename: 'Section' }> }): JSX.Element {
  return (
    <section class="facts">
      <h3>
        {say('names')} <small>{entity.entities.totalCount}</small>
      </h3>
      <ul class="chips">
        {entity.entities.nodes.map((named) => (
          <li key={named.id}>
            <EntityLink entity={named} />
          </li>
        ))}
      </ul>
    </section>
  );
}
