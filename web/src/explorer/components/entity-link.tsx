import type { JSX } from 'preact';
import { navigate } from '../route/navigation.js';
import { nameOf } from '../i18n/translate.js';
import { KindIcon } from './kind-icon.js';

/** The fields of an entity that its name and icon need. */
export interface NamedEntity {
  readonly __typename: string;
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

/** The name of an entity with the icon of its type, unless `plain`. A click opens its card. */
export function EntityLink({
  entity,
  isPlain = false,
}: {
  readonly entity: NamedEntity;
  readonly isPlain?: boolean;
}): JSX.Element {
  return (
    <button type="button" class="entity" data-id={entity.id} onClick={() => navigate({ node: entity.id })}>
      {isPlain ? null : <KindIcon kind={entity.__typename} hasTitle />}
      <span>{nameOf(entity)}</span>
    </button>
  );
}
