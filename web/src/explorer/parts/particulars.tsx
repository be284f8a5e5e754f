import type { JSX } from 'preact';
import { particularName, valueFields } from '../../../../src/model/adapt-document.js';
import { partOf } from '../ask/answer-parts.js';
import { typeOf, type ServedField } from '../model/served-model.js';
import { capitalized } from '../words/kinds.js';
import { nameOf, say } from '../words/say.js';
import { valueName } from '../words/values.js';
import type { CardEntity } from './card.js';

/** The type-specific values of an entity with their labels. A value equal to the name is omitted. */
export function Particulars({ entity }: { readonly entity: CardEntity }): JSX.Element | null {
  const type = typeOf(entity.__typename);
  const own = partOf(entity);
  const told = valueFields(type?.fields ?? []).flatMap((field) => {
    const value = type ? own[particularName(type, field)] : undefined;
    return isTold(value) && value !== nameOf(entity) ? [{ field, value }] : [];
  });
  if (told.length === 0) return null;
  return (
    <dl class="particulars">
      {told.map(({ field, value }) => (
        <div key={field.name}>
          <dt>{labelOf(field)}</dt> <dd>{wordOf(field, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

type Told = string | number | boolean;

function isTold(value: unknown): value is Told {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function labelOf({ label, labelZh }: ServedField): string {
  return say('label', { label: capitalized(nameOf({ en: label, zh: labelZh })) });
}

function wordOf(field: ServedField, value: Told): string {
  return typeof value === 'boolean' ? say(value ? 'yes' : 'no') : valueName(String(value), [field]);
}
