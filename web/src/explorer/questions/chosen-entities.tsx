import type { JSX } from 'preact';
import { EntitiesByIdDocument } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { EntityLink, type Named } from '../parts/entity-link.js';
import { EntityPicker } from '../parts/entity-picker.js';
import { go, here } from '../place/here.js';
import { nameOf, say } from '../words/say.js';

interface Properties {
  /** The maximum number of entities. */
  readonly most: number;
  /** The labels of the first fields. */
  readonly labels: readonly string[];
}

/** The chosen entities of a question, with fields to choose more. */
export function ChosenEntities({ most, labels }: Properties): JSX.Element {
  const { ids } = here.value;
  const answer = useAnswer(EntitiesByIdDocument, ids.length === 0 ? null : { ids });
  const known =
    answer.state === 'loaded' ? answer.data.nodes.flatMap((node) => (node && 'en' in node ? [node] : [])) : [];
  const free = Math.max(0, Math.min(most - ids.length, Math.max(1, labels.length - ids.length)));
  return (
    <div class="chosen">
      {ids.map((id, index) => {
        const entity = known.find((node) => node.id === id) ?? { __typename: typeNameIn(id), id, en: id, zh: id };
        return <ChosenOne key={id} entity={entity} label={labels[index] ?? ''} />;
      })}
      {Array.from({ length: free }, (_, index) => (
        <EntityPicker
          key={`${ids.length + index}`}
          label={labels[ids.length + index] ?? say('add')}
          onPick={({ id }) => go({ ids: ids.includes(id) ? ids : [...ids, id] })}
        />
      ))}
    </div>
  );
}

/** The type name in an id such as `Company:openai`. */
function typeNameIn(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

function ChosenOne({ entity, label }: { readonly entity: Named; readonly label: string }): JSX.Element {
  const remove = (): void => go({ ids: here.value.ids.filter((each) => each !== entity.id) });
  return (
    <p class="chosen-one">
      <span class="chosen-label">{label}</span> <EntityLink entity={entity} />
      <button type="button" class="remove" aria-label={say('remove', { name: nameOf(entity) })} onClick={remove}>
        ×
      </button>
    </p>
  );
}
