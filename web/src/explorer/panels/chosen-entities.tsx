import type { ComponentChildren, JSX } from 'preact';
import type { QueryState } from '../api/use-query.js';
import { EntityLink, type NamedEntity } from '../components/entity-link.js';
import { EntityPicker } from '../components/entity-picker.js';
import { QueryResult } from '../components/query-result.js';
import { nameOf, translate } from '../i18n/translate.js';
import type { ChosenEntities } from './use-chosen-entities.js';
import { useChoice } from './use-choice.js';

interface FieldsProperties {
  readonly chosen: ChosenEntities;
  /** The labels of the first fields. */
  readonly labels: readonly string[];
}

/** The chosen entities of a question, with fields to choose more. */
export function ChosenEntityFields({ chosen: { ids, query, limits }, labels }: FieldsProperties): JSX.Element {
  const { container, add, remove } = useChoice(ids);
  const freeFieldCount = Math.max(0, Math.min(limits.max - ids.length, Math.max(1, labels.length - ids.length)));
  return (
    <div class="chosen" ref={container}>
      {ids.map((id, index) => (
        <ChosenEntity
          key={id}
          id={id}
          entity={query.state === 'loaded' ? (query.data.get(id) ?? null) : toUnnamedEntity(id)}
          label={labels[index] ?? ''}
          onRemove={remove}
        />
      ))}
      {Array.from({ length: freeFieldCount }, (_, index) => (
        <EntityPicker
          key={`${ids.length + index}`}
          label={labels[ids.length + index] ?? translate('add')}
          onPick={add}
        />
      ))}
    </div>
  );
}

/** Stands for an entity whose name is not loaded. An id such as `Company:openai` starts with the type name. */
function toUnnamedEntity(id: string): NamedEntity {
  return { __typename: id.slice(0, id.indexOf(':')), id, en: id, zh: id };
}

interface ChosenEntityProperties {
  readonly id: string;
  /** Null if no entity has the id. */
  readonly entity: NamedEntity | null;
  readonly label: string;
  readonly onRemove: (id: string) => void;
}

function ChosenEntity({ id, entity, label, onRemove }: ChosenEntityProperties): JSX.Element {
  const name = entity === null ? id : nameOf(entity);
  return (
    <p class="chosen-one">
      <span class="chosen-label">{label}</span>{' '}
      {entity === null ? (
        <span class="unknown" role="alert">
          {translate('unknown', { id })}
        </span>
      ) : (
        <EntityLink entity={entity} />
      )}
      <button type="button" class="remove" aria-label={translate('remove', { name })} onClick={() => onRemove(id)}>
        ×
      </button>
    </p>
  );
}

interface AnswerProperties<Result> {
  readonly chosen: ChosenEntities;
  readonly query: QueryState<Result>;
  /** Renders the loaded data. */
  readonly children: (data: Result) => ComponentChildren;
}

/** The answer to a question, if enough known entities are chosen. */
export function Answer<Result>({ chosen, query, children }: AnswerProperties<Result>): JSX.Element | null {
  if (chosen.isRepeated) return <p role="status">{translate('choose.different')}</p>;
  if (!chosen.isComplete) return null;
  if (chosen.query.state !== 'loaded') return <QueryResult query={chosen.query}>{() => null}</QueryResult>;
  return <QueryResult query={query}>{children}</QueryResult>;
}
