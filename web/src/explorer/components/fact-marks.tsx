import type { JSX } from 'preact';
import type { FactFieldsFragment } from '../../generated/graphql.js';
import { relationPhrase } from '../i18n/relations.js';
import { translate } from '../i18n/translate.js';
import { EntityLink } from './entity-link.js';
import { Sources } from './sources.js';

/** A fact, with its corrections if they were selected. */
export type MarkedFact = FactFieldsFragment & { readonly corrections?: readonly FactFieldsFragment[] };

/** The curator's assessment of a fact: a mark, the reason, and the corrections. Renders nothing if there is none. */
export function FactMarks({ fact }: { readonly fact: MarkedFact }): JSX.Element | null {
  const isMarked = fact.status === 'REFUTED' || fact.status === 'DOUBTFUL';
  if (!isMarked && fact.basis === 'STATED') return null;
  return (
    <div class={`marks marks-${fact.status}`}>
      {isMarked && <span class={`mark mark-${fact.status}`}>{translate(`status.${fact.status}`)}</span>}
      {fact.basis === 'CURATED' && <span class="mark mark-CURATED">{translate('basis.CURATED')}</span>}
      {fact.note && <span class="note">{fact.note}</span>}
      {(fact.corrections ?? []).map((correction) => (
        <div class="correction" key={correction.id}>
          <span class="mark mark-CONFIRMED">{translate('correction')}</span> <EntityLink entity={correction.from} />{' '}
          <span class="verb">{relationPhrase(correction.type)}</span> <EntityLink entity={correction.to} />{' '}
          <Sources citations={correction.citations} />
          {correction.note && <span class="note">{correction.note}</span>}
        </div>
      ))}
    </div>
  );
}
