import type { JSX } from 'preact';
import { particularName, valueFields } from '../../../../src/model/adapt-document.js';
import { toObject } from '../api/parse-response.js';
import { typeOf, type ServedField } from '../model/served-model.js';
import { capitalize } from '../i18n/kinds.js';
import { nameOf, translate } from '../i18n/translate.js';
import { enumLabel } from '../i18n/enum-labels.js';
import type { CardEntity } from './card.js';

/** The type-specific values of an entity with their labels. A value equal to the name is omitted. */
export function Particulars({ entity }: { readonly entity: CardEntity }): JSX.Element | null {
  const type = typeOf(entity.__typename);
  const values = toObject(entity);
  const items = valueFields(type?.fields ?? []).flatMap((field) => {
    const value = type ? values[particularName(type, field)] : undefined;
    return isScalar(value) && value !== nameOf(entity) ? [{ field, value }] : [];
  });
  if (items.length === 0) return null;
  return (
    <dl class="particulars">
      {items.map(({ field, value }) => (
        <div key={field.name}>
          <dt>{labelOf(field)}</dt> <dd>{formatValue(field, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

type Scalar = string | number | boolean;

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function labelOf({ label, labelZh }: ServedField): string {
  return translate('label', { label: capitalize(nameOf({ en: label, zh: labelZh })) });
}

function formatValue(field: ServedField, value: Scalar): string {
  return typeof value === 'boolean' ? translate(value ? 'yes' : 'no') : enumLabel(String(value), [field]);
}
