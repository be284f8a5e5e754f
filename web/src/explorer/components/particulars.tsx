import type { JSX } from 'preact';
import { particularName, valueFields } from '../../../../src/model/adapt-document.js';
import { toObject } from '../api/parse-response.js';
import { typeOf, type ServedField } from '../model/served-model.js';
import { capitalize } from '../i18n/kinds.js';
import { nameOf, translate } from '../i18n/translate.js';
import { enumLabel } from '../i18n/enum-labels.js';
import { formatDate, isDate } from '../i18n/format-date.js';
import type { CardEntity, EntitySources } from './card.js';
import { ExternalLink, isWebAddress } from './external-link.js';
import { References } from './references.js';
import { Sources } from './sources.js';
import { StatusMark } from './status-mark.js';

type Scalar = string | number | boolean;

type Statement = EntitySources['statements'][number];

/** A field with its value. */
interface Item {
  readonly field: ServedField;
  readonly value: Scalar;
}

/** A value with the dates that belong to it, such as the day on which it was checked, and with its source. */
interface Particular extends Item {
  readonly dates: readonly Item[];
  readonly statement: Statement | undefined;
}

interface Properties {
  readonly entity: CardEntity;
  readonly statements: readonly Statement[];
}

/** The type-specific values of an entity with their labels and sources. A value equal to the name is omitted. */
export function Particulars({ entity, statements }: Properties): JSX.Element | null {
  const particulars = listParticulars(entity, statements);
  if (particulars.length === 0) return null;
  return (
    <dl class="particulars">
      {particulars.map((particular) => (
        <div key={particular.field.name}>
          <dt>{translate('label', { label: capitalize(labelOf(particular.field)) })}</dt>{' '}
          <dd>
            <ParticularValue particular={particular} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function listParticulars(entity: CardEntity, statements: readonly Statement[]): Particular[] {
  const type = typeOf(entity.__typename);
  const values = toObject(entity);
  const items = valueFields(type?.fields ?? []).flatMap((field) => {
    const value = type ? values[particularName(type, field)] : undefined;
    return isScalar(value) && value !== nameOf(entity) ? [{ field, value }] : [];
  });
  const isDateOf = ({ field, value }: Item, owner: Item): boolean =>
    field !== owner.field && field.name.startsWith(owner.field.name) && isDate(String(value));
  return items
    .filter((item) => !items.some((owner) => isDateOf(item, owner)))
    .map((item) => ({
      ...item,
      dates: items.filter((other) => isDateOf(other, item)),
      statement: statements.find(({ property }) => property === item.field.name),
    }));
}

function ParticularValue({ particular }: { readonly particular: Particular }): JSX.Element {
  const { dates, statement } = particular;
  return (
    <>
      <FormattedValue {...particular} />
      {dates.map(({ field, value }) => (
        <span key={field.name}>
          {translate('valueDate', { label: labelOf(field), date: formatDate(String(value)) })}
        </span>
      ))}{' '}
      {statement && <StatementSource statement={statement} />}
    </>
  );
}

function StatementSource({ statement }: { readonly statement: Statement }): JSX.Element {
  const { status, note, citations, references } = statement;
  const list = <References references={references} />;
  return (
    <>
      <StatusMark status={status} /> <Sources citations={citations} />{' '}
      {note ? (
        <div class="note">
          {note} {list}
        </div>
      ) : (
        list
      )}
    </>
  );
}

function FormattedValue({ field, value }: Item): JSX.Element {
  if (typeof value === 'boolean') return <>{translate(value ? 'yes' : 'no')}</>;
  const text = String(value);
  if (isWebAddress(text)) return <ExternalLink url={text}>{text.replace(/^https?:\/\/|\/$/g, '')}</ExternalLink>;
  return <>{isDate(text) ? formatDate(text) : enumLabel(text, [field])}</>;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function labelOf({ label, labelZh }: ServedField): string {
  return nameOf({ en: label, zh: labelZh });
}
