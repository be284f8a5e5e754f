import type { JSX } from 'preact';
import { parseTotalCount, parseEdges, parseNodes, type ResponseEntity } from '../api/parse-response.js';
import type { ServedType } from '../model/served-model.js';
import { EntityLink } from '../components/entity-link.js';
import { StatusMark } from '../components/status-mark.js';
import { formatEntityCount, typeTitle } from '../i18n/kinds.js';
import { nameOf, translate } from '../i18n/translate.js';
import { targetOf, type ArrangementProperties } from './arrangement.js';

/** A box for each entity. Fields: its items, shown as cards, and the owners of an item. */
export function Landscape({
  type,
  fields: [itemsField = '', ownersField = ''],
  entities,
}: ArrangementProperties): JSX.Element {
  const itemType = targetOf(type, itemsField);
  return (
    <div class="landscape">
      {entities.map((entity) => {
        const list = entity.values[itemsField];
        return (
          <section key={entity.id} class="landscape-box">
            <h3>
              <EntityLink entity={entity} /> <small>{formatEntityCount(parseTotalCount(list), itemType)}</small>
            </h3>
            <ul>
              {sortByOwner(parseNodes(list), ownersField).map((item) => (
                <Item key={item.id} item={item} ownersField={ownersField} ownerType={targetOf(itemType, ownersField)} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface ItemProperties {
  readonly item: ResponseEntity;
  /** The name of the field with the owners of the item. */
  readonly ownersField: string;
  readonly ownerType: ServedType | undefined;
}

function Item({ item, ownersField, ownerType }: ItemProperties): JSX.Element {
  const edges = parseEdges(item.values[ownersField]);
  return (
    <li class="landscape-item">
      <EntityLink entity={item} isPlain />
      <span class="owners">
        {edges.length === 0 && <em>{translate('noneNamed', { kind: typeTitle(ownerType, 'one') })}</em>}
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
function sortByOwner(items: readonly ResponseEntity[], ownersField: string): ResponseEntity[] {
  const ownerKey = ({ values }: ResponseEntity): string =>
    parseEdges(values[ownersField])
      .map(({ entity }) => nameOf(entity))
      .join() || '\uffff';
  return items.toSorted((a, b) => ownerKey(a).localeCompare(ownerKey(b)));
}
