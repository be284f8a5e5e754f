import type { JSX } from 'preact';
import { countIn, edgesIn, nodesIn, type FoundEntity } from '../ask/answer-parts.js';
import type { ServedType } from '../model/served-model.js';
import { EntityLink } from '../parts/entity-link.js';
import { StatusMark } from '../parts/status-mark.js';
import { countOf, titleOf } from '../words/kinds.js';
import { nameOf, say } from '../words/say.js';
import { targetOf, type ArrangementProperties } from './arrangement.js';

/** A box for each entity. Fields: its items, shown as cards, and the owners of an item. */
export function Landscape({ type, fields: [items = '', owners = ''], entities }: ArrangementProperties): JSX.Element {
  const itemType = targetOf(type, items);
  return (
    <div class="landscape">
      {entities.map((entity) => {
        const list = entity.own[items];
        return (
          <section key={entity.id} class="landscape-box">
            <h3>
              <EntityLink entity={entity} /> <small>{countOf(countIn(list), itemType)}</small>
            </h3>
            <ul>
              {byOwner(nodesIn(list), owners).map((item) => (
                <Item key={item.id} item={item} owners={owners} ownerType={targetOf(itemType, owners)} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface ItemProperties {
  readonly item: FoundEntity;
  /** The name of the field with the owners of the item. */
  readonly owners: string;
  readonly ownerType: ServedType | undefined;
}

function Item({ item, owners, ownerType }: ItemProperties): JSX.Element {
  const edges = edgesIn(item.own[owners]);
  return (
    <li class="landscape-item">
      <EntityLink entity={item} plain />
      <span class="owners">
        {edges.length === 0 && <em>{say('noneNamed', { kind: titleOf(ownerType, 'one') })}</em>}
        {edges.map(({ entity, status }) => (
          <span key={entity.id} class={`owner fact-${status ?? 'UNCHECKED'}`}>
            <EntityLink entity={entity} /> <StatusMark status={status} />
          </span>
        ))}
      </span>
    </li>
  );
}

/** Sorts items by owner. Items without an owner come last. */
function byOwner(items: readonly FoundEntity[], owners: string): FoundEntity[] {
  const ownerKey = ({ own }: FoundEntity): string =>
    edgesIn(own[owners])
      .map(({ entity }) => nameOf(entity))
      .join() || '\uffff';
  return items.toSorted((one, other) => ownerKey(one).localeCompare(ownerKey(other)));
}
