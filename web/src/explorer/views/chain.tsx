import type { JSX } from 'preact';
import { entityIn, nodesIn, type FoundEntity } from '../ask/answer-parts.js';
import type { ServedType } from '../model/served-model.js';
import { EntityLink, type Named } from '../parts/entity-link.js';
import { titleOf } from '../words/kinds.js';
import { relationPhrase } from '../words/relations.js';
import { nameOf } from '../words/say.js';
import { fieldNamed, targetOf, type ArrangementProperties } from './arrangement.js';

/** A chain of entities. Fields: the next entity, the parts of an entity, and the entities in an entity or a part. */
export function Chain({ type, fields, entities }: ArrangementProperties): JSX.Element {
  return (
    <ol class="chain">
      {inOrder(entities, fields[0] ?? '').map((entity, index) => (
        <ChainBox key={entity.id} type={type} fields={fields} entity={entity} number={index + 1} />
      ))}
    </ol>
  );
}

interface Properties {
  readonly type: ServedType;
  readonly fields: readonly string[];
  readonly entity: FoundEntity;
  /** The position in the chain, from 1. */
  readonly number: number;
}

function ChainBox({ type, fields: [next = '', parts = '', inside = ''], entity, number }: Properties): JSX.Element {
  const { own } = entity;
  const following = entityIn(own[next]);
  const direct = nodesIn(own[inside]);
  return (
    <li class="chain-box">
      <h3>
        <span class="chain-number">{number}</span> <EntityLink entity={entity} />
      </h3>
      <ul class="chain-parts">
        {nodesIn(own[parts]).map((part) => (
          <li key={part.id} class="chain-part">
            <EntityLink entity={part} />
            <Chips entities={nodesIn(part.own[inside])} />
          </li>
        ))}
      </ul>
      {direct.length > 0 && (
        <>
          <h4>{titleOf(targetOf(type, inside), 'many')}</h4>
          <Chips entities={direct} />
        </>
      )}
      {following && <p class="chain-next">{`${phraseOfField(type, next)} ${nameOf(following)}`}</p>}
    </li>
  );
}

function Chips({ entities }: { readonly entities: readonly Named[] }): JSX.Element {
  return (
    <div class="chips">
      {entities.map((entity) => (
        <EntityLink key={entity.id} entity={entity} />
      ))}
    </div>
  );
}

function phraseOfField(type: ServedType, name: string): string {
  const field = fieldNamed(type, name);
  return relationPhrase(field?.relationType ?? '', field?.direction === 'IN' ? 'end' : 'start');
}

/** Sorts the entities so that each follows its predecessor. Separate chains keep the order of the list. */
function inOrder(entities: readonly FoundEntity[], next: string): FoundEntity[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const nextOf = ({ own }: FoundEntity): FoundEntity | undefined => byId.get(entityIn(own[next])?.id ?? '');
  const followers = new Set(entities.map((entity) => nextOf(entity)?.id));
  const row = new Set<FoundEntity>();
  for (const first of entities.filter(({ id }) => !followers.has(id))) {
    for (let one: FoundEntity | undefined = first; one && !row.has(one); one = nextOf(one)) row.add(one);
  }
  return [...row];
}
