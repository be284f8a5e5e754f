import type { JSX } from 'preact';
import { go } from '../place/here.js';
import { nameOf } from '../words/say.js';
import { KindIcon } from './kind-icon.js';

/** The fields of an entity that its name and icon need. */
export interface Named {
  readonly __typename: string;
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

/** The name of an entity with the icon of its type, unless `plain`. A click opens its card. */
export function EntityLink({
  entity,
  plain = false,
}: {
  readonly entity: Named;
  readonly plain?: boolean;
}): JSX.Element {
  return (
    <button type="button" class="entity" data-id={entity.id} onClick={() => go({ node: entity.id })}>
      {plain ? null : <KindIcon kind={entity.__typename} titled />}
      <span>{nameOf(entity)}</span>
    </button>
  );
}
