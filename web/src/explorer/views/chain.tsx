import type { JSX } from 'preact';
import { parseEntity, parseNodes, type ResponseEntity } from '../api/parse-response.js';
import type { ServedType } from '../model/served-model.js';
import { EntityLink, type NamedEntity } from '../components/entity-link.js';
import { typeTitle } from '../i18n/kinds.js';
import { relationPhrase } from '../i18n/relations.js';
import { nameOf } from '../i18n/translate.js';
import { findField, targetOf, type ArrangementProperties } from './arrangement.js';

/** A chain of entities. Fields: the next entity, the parts of an entity, and the entities in an entity or a part. */
export function Chain({ type, fields, entities }: ArrangementProperties): JSX.Element {
  return (
    <ol class="chain">
      {sortChain(entities, fields[0] ?? '').map((entity, index) => (
        <ChainBox key={entity.id} type={type} fields={fields} entity={entity} number={index + 1} />
      ))}
    </ol>
  );
}

interface Properties {
  readonly type: ServedType;
  readonly fields: readonly string[];
  readonly entity: ResponseEntity;
  /** The position in the chain, from 1. */
  readonly number: number;
}

function ChainBox({
  type,
  fields: [nextField = '', partsField = '', insideField = ''],
  entity,
  number,
}: Properties): JSX.Element {
  const { values } = entity;
  const nextEntity = parseEntity(values[nextField]);
  const directEntities = parseNodes(values[insideField]);
  return (
    <li class="chain-box">
      <h3>
        <span class="chain-number">{number}</span> <EntityLink entity={entity} />
      </h3>
      <Parts parts={parseNodes(values[partsField])} insideField={insideField} />
      {directEntities.length > 0 && (
        <>
          <h4>{typeTitle(targetOf(type, insideField), 'many')}</h4>
          <Chips entities={directEntities} />
        </>
      )}
      {nextEntity && <p class="chain-next">{`${phraseOfField(type, nextField)} ${nameOf(nextEntity)}`}</p>}
    </li>
  );
}

interface PartsProperties {
  readonly parts: readonly ResponseEntity[];
  readonly insideField: string;
}

function Parts({ parts, insideField }: PartsProperties): JSX.Element {
  return (
    <ul class="chain-parts">
      {parts.map((part) => (
        <li key={part.id} class="chain-part">
          <EntityLink entity={part} />
          <Chips entities={parseNodes(part.values[insideField])} />
        </li>
      ))}
    </ul>
  );
}

function Chips({ entities }: { readonly entities: readonly NamedEntity[] }): JSX.Element {
  return (
    <div class="chips">
      {entities.map((entity) => (
        <EntityLink key={entity.id} entity={entity} />
      ))}
    </div>
  );
}

function phraseOfField(type: ServedType, name: string): string {
  const field = findField(type, name);
  return relationPhrase(field?.relationType ?? '', field?.direction === 'IN' ? 'end' : 'start');
}

/** Sorts the entities so that each follows its predecessor. Separate chains keep the order of the list. */
function sortChain(entities: readonly ResponseEntity[], nextField: string): ResponseEntity[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const nextOf = ({ values }: ResponseEntity): ResponseEntity | undefined =>
    byId.get(parseEntity(values[nextField])?.id ?? '');
  const successorIds = new Set(entities.map((entity) => nextOf(entity)?.id));
  const sortedEntities = new Set<ResponseEntity>();
  for (const first of entities.filter(({ id }) => !successorIds.has(id))) {
    for (
      let current: ResponseEntity | undefined = first;
      current && !sortedEntities.has(current);
      current = nextOf(current)
    )
      sortedEntities.add(current);
  }
  return [...sortedEntities];
}
