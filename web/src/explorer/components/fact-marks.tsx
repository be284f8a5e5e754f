import type { JSX } from 'preact';
import type { FactFieldsFragment } from '../../generated/graphql.js';
import { relationPhrase } from '../i18n/relations.js';
import { translate } from '../i18n/translate.js';
import { EntityLink } from './entity-link.js';
import { References } from './references.js';
import { Sources } from './sources.js';
import { StatusMark } from './status-mark.js';

/** A fact, with its corrections if they were selected. */
export type MarkedFact = FactFieldsFragment & { readonly corrections?: readonly FactFieldsFragment[] };

/**
 * The assessment of a fact: its status, its basis, the reason, the references and the corrections. It is on the line of
 * the fact if it is short. Renders nothing if nobody has checked a fact of the article.
 */
export function FactMarks({ fact }: { readonly fact: MarkedFact }): JSX.Element | null {
  const { status, basis, note, references, corrections = [] } = fact;
  if (status === 'UNCHECKED' && basis === 'STATED' && !note && references.length === 0) return null;
  const isShort = !note && corrections.length === 0;
  return (
    <div class={isShort ? 'marks marks-short' : `marks marks-${status}`}>
      <Assessment fact={fact} />
      {corrections.map((correction) => (
        <Correction key={correction.id} correction={correction} />
      ))}
    </div>
  );
}

type AssessedFact = Pick<FactFieldsFragment, 'status' | 'basis' | 'note' | 'references'>;

function Assessment({ fact: { status, basis, note, references } }: { readonly fact: AssessedFact }): JSX.Element {
  return (
    <>
      <StatusMark status={status} includesConfirmed />
      {basis === 'CURATED' && <span class="mark mark-CURATED">{translate('basis.CURATED')}</span>}
      {note && <span class="note">{note}</span>} <References references={references} />
    </>
  );
}

function Correction({ correction }: { readonly correction: FactFieldsFragment }): JSX.Element {
  return (
    <div class="correction">
      <span class="mark mark-CORRECTION">{translate('correction')}</span> <EntityLink entity={correction.from} />{' '}
      <span class="verb">{relationPhrase(correction.type)}</span> <EntityLink entity={correction.to} />{' '}
      <Sources citations={correction.citations} /> <Assessment fact={correction} />
    </div>
  );
}
