import type { JSX } from 'preact';
import type { ReferenceFieldsFragment } from '../../generated/graphql.js';
import { formatDate } from '../i18n/format-date.js';
import { translate } from '../i18n/translate.js';
import { ExternalLink } from './external-link.js';

interface Properties {
  readonly references: readonly ReferenceFieldsFragment[];
  /** The text of the toggle; the number of references by default. */
  readonly title?: string;
}

/** The works that support a fact, an entity or a value, folded behind their number. Renders nothing if there are none. */
export function References({ references, title }: Properties): JSX.Element | null {
  if (references.length === 0) return null;
  const count = references.length;
  return (
    <details class="references">
      <summary>{title ?? translate(count === 1 ? 'references.one' : 'references.many', { count })}</summary>
      <ul>
        {references.map((reference) => (
          <li key={`${reference.url} ${reference.title}`}>
            <ExternalLink url={reference.url}>{reference.title}</ExternalLink>
            <span class="origin">{originOf(reference)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The publisher with the date of publication; without one, with the day on which a curator read the work. */
function originOf({ publisher, date, retrievedOn }: ReferenceFieldsFragment): string {
  if (typeof date === 'string') return translate('reference.published', { publisher, date: formatDate(date) });
  if (typeof retrievedOn === 'string') return translate('reference.read', { publisher, date: formatDate(retrievedOn) });
  return translate('reference', { publisher });
}
