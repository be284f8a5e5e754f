import type { JSX } from 'preact';
import { EntitiesByIdDocument } from '../../generated/graphql.js';
import { useQuery } from '../api/use-query.js';
import { EntityLink, type NamedEntity } from '../components/entity-link.js';
import { EntityPicker } from '../components/entity-picker.js';
import { navigate, currentRoute } from '../route/navigation.js';
import { nameOf, translate } from '../i18n/translate.js';

interface Properties {
  /** The maximum number of entities. */
  readonly maxEntities: number;
  /** The labels of the first fields. */
  readonly labels: readonly string[];
}

/** The chosen entities of a question, with fields to choose more. */
export function ChosenEntities({ maxEntities, labels }: Properties): JSX.Element {
  const { ids } = currentRoute.value;
  const query = useQuery(EntitiesByIdDocument, ids.length === 0 ? null : { ids });
  const entities =
    query.state === 'loaded' ? query.data.nodes.flatMap((node) => (node && 'en' in node ? [node] : [])) : [];
  const freeFieldCount = Math.max(0, Math.min(maxEntities - ids.length, Math.max(1, labels.length - ids.length)));
  return (
    <div class="chosen">
      {ids.map((id, index) => {
        const entity = entities.find((node) => node.id === id) ?? { __typename: typeNameOf(id), id, en: id, zh: id };
        return <ChosenEntity key={id} entity={entity} label={labels[index] ?? ''} />;
      })}
      {Array.from({ length: freeFieldCount }, (_, index) => (
        <EntityPicker
          key={`${ids.length + index}`}
          label={labels[ids.length + index] ?? translate('add')}
          onPick={({ id }) => navigate({ ids: ids.includes(id) ? ids : [...ids, id] })}
        />
      ))}
    </div>
  );
}

/** The type name in an id such as `Company:openai`. */
function typeNameOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

function ChosenEntity({ entity, label }: { readonly entity: NamedEntity; readonly label: string }): JSX.Element {
  const remove = (): void => navigate({ ids: currentRoute.value.ids.filter((chosenId) => chosenId !== entity.id) });
  return (
    <p class="chosen-one">
      <span class="chosen-label">{label}</span> <EntityLink entity={entity} />
      <button type="button" class="remove" aria-label={translate('remove', { name: nameOf(entity) })} onClick={remove}>
        ×
      </button>
    </p>
  );
}
