import type { JSX } from 'preact';
import { ChosenDocument } from '../../generated/graphql.js';
import { useAnswer } from '../ask/use-answer.js';
import { EntityLink } from '../parts/entity-link.js';
import { EntityPicker } from '../parts/entity-picker.js';
import { go, here } from '../place/here.js';
import { nameOf, say } from '../words/say.js';

interface Properties {
  /** How many may be chosen. */
  readonly most: number;
  /** Labels of the first fields. */
  readonly labels: readonly string[];
}

/** The entities that a question is about, with fields to choose more. */
export function ChosenEntities({ most, labels }: Properties): JSX.Element {
  const { ids } = here.value;
  const answer = useAnswer(ChosenDocument, ids.length === 0 ? null : { ids });
  const known =
    answer.state === 'answered' ? answer.data.nodes.flatMap((node) => (node && 'en' in node ? [node] : [])) : [];
  const free = Math.max(0, Math.min(most - ids.length, Math.max(1, labels.length - ids.length)));
  return (
    <div class="chosen">
      {ids.map((id, index) => {
        const entity = known.find((node) => node.id === id) ?? { __typename: 'Section', id, en: id, zh: id };
        return (
          <p key={id} class="chosen-one">
            <span class="chosen-label">{labels[index] ?? ''}</span> <EntityLink entity={entity} />
            <button
              type="button"
              class="remove"
              aria-label={say('remove', { name: nameOf(entity) })}
              onClick={() => go({ ids: ids.filter((each) => each !== id) })}
            >
              ×
            </button>
          </p>
        );
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
