import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CardDocument, CardFactsDocument, type CardFactsQuery, type CardQuery } from '../../generated/graphql.js';
import { useQuery } from '../api/use-query.js';
import { typeOf } from '../model/served-model.js';
import { navigate } from '../route/navigation.js';
import { kindName } from '../i18n/kinds.js';
import { language } from '../i18n/language.js';
import { nameOf, translate } from '../i18n/translate.js';
import { QueryResult } from './query-result.js';
import { CardActions } from './card-actions.js';
import { FactGroups } from './fact-groups.js';
import { KindIcon } from './kind-icon.js';
import { SectionMentions } from './section-mentions.js';
import { Particulars } from './particulars.js';
import { References } from './references.js';
import { Sources } from './sources.js';

/** The entity that a card shows. */
export type CardEntity = Extract<CardQuery['node'], { readonly en: string }>;

/** Where an entity comes from, and the values of its properties. */
export type EntitySources = Extract<CardQuery['sources'], { readonly basis: unknown }>;

/** The card of an entity: names, summary, and facts with their sources. */
export function Card({ id }: { readonly id: string }): JSX.Element {
  const query = useQuery(CardDocument, { id, lang: language.api.value });
  return (
    <article class="card" aria-live="polite">
      <button
        type="button"
        class="close"
        aria-label={translate('close')}
        title={translate('close')}
        onClick={() => navigate({ node: null })}
      >
        ×
      </button>
      <QueryResult query={query}>
        {({ node, sources }) =>
          node && 'en' in node ? (
            <EntityCard key={node.id} entity={node} sources={sources && 'basis' in sources ? sources : null} />
          ) : (
            <p class="failed">{translate('unknown', { id })}</p>
          )
        }
      </QueryResult>
    </article>
  );
}

interface EntityCardProperties {
  readonly entity: CardEntity;
  readonly sources: EntitySources | null;
}

function EntityCard({ entity, sources }: EntityCardProperties): JSX.Element {
  const type = typeOf(entity.__typename);
  return (
    <>
      <EntityNames entity={entity} />
      {entity.summary && <p class="summary">{entity.summary}</p>}
      <Particulars entity={entity} statements={sources?.statements ?? []} />
      <CardActions entity={entity} />
      {sources && <EntitySourceList sources={sources} />}
      <AllFacts id={entity.id} />
      {type?.isSection && <SectionMentions id={entity.id} type={type} />}
    </>
  );
}

/** Where the entity comes from: the article, or a curator, and the works that support it. */
function EntitySourceList({ sources }: { readonly sources: EntitySources }): JSX.Element {
  const { basis, citations, references } = sources;
  return (
    <>
      {citations.length > 0 && (
        <p class="named-in">
          {translate('sources')} <Sources citations={citations} />
        </p>
      )}
      {basis === 'CURATED' && <p class="named-in">{translate('entity.CURATED')}</p>}
      {references.length > 0 && (
        <div class="named-in">
          <References references={references} title={translate('references.entity', { count: references.length })} />
        </div>
      )}
    </>
  );
}

function EntityNames({ entity }: { readonly entity: CardEntity }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isTyping()) heading.current?.focus({ preventScroll: true });
  }, []);
  const otherName = language.code.value === 'zh' ? entity.en : entity.zh;
  return (
    <>
      <p class="card-kind">
        <KindIcon kind={entity.__typename} /> {kindName(entity.__typename)}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {nameOf(entity)}
      </h2>
      {otherName !== nameOf(entity) && <p class="other-name">{otherName}</p>}
      {entity.aliases.length > 0 && (
        <p class="aliases">
          {translate('aliases')}: {entity.aliases.join(' · ')}
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
  const firstPage = useQuery(CardFactsDocument, { id, lang });
  const nextPage = useQuery(CardFactsDocument, after === null ? null : { id, lang, after });
  const nextFacts = nextPage.state === 'loaded' ? factsOf(nextPage.data) : null;
  return (
    <QueryResult query={firstPage}>
      {(data) => {
        const facts = factsOf(data);
        const allFacts = [...(facts?.nodes ?? []), ...(nextFacts?.nodes ?? [])];
        const cursor = nextFacts === null ? facts?.pageInfo.endCursor : null;
        const remainingCount = (facts?.totalCount ?? 0) - allFacts.length;
        return (
          <>
            <FactGroups entityId={id} facts={allFacts} />
            {remainingCount > 0 && cursor && (
              <button type="button" class="quiet" onClick={() => setAfter(cursor)}>
                {translate('more', { count: Math.min(100, remainingCount) })}
              </button>
            )}
          </>
        );
      }}
    </QueryResult>
  );
}

type Facts = Extract<CardFactsQuery['node'], { readonly relations: unknown }>['relations'];

function factsOf({ node }: CardFactsQuery): Facts | null {
  return node && 'relations' in node ? node.relations : null;
}
