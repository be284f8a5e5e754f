import type { JSX } from 'preact';
import { edgesIn, partOf, type FoundEntity } from '../ask/answer-parts.js';
import { EntityLink } from '../parts/entity-link.js';
import { StatusMark } from '../parts/status-mark.js';
import { countOf } from '../words/kinds.js';
import { targetOf, type ArrangementProperties } from './arrangement.js';

/** Nested boxes of places. Fields: the enclosing place, and the entities located in a place. */
export function Places({ type, fields, entities }: ArrangementProperties): JSX.Element {
  const [around = '', inside = ''] = fields;
  const nested: Nested = { around, inside, all: entities };
  const count = (places: number): string => countOf(places, targetOf(type, inside));
  return (
    <div class="places">
      {partsOf(null, nested).map((place) => (
        <PlaceBox key={place.id} place={place} nested={nested} depth={1} count={count} />
      ))}
    </div>
  );
}

/** All places, and the names of the fields that nest them. */
interface Nested {
  readonly around: string;
  readonly inside: string;
  readonly all: readonly FoundEntity[];
}

interface Properties {
  readonly place: FoundEntity;
  readonly nested: Nested;
  /** The nesting depth, from 1. */
  readonly depth: number;
  /** Formats the number of entities in a place. */
  readonly count: (entities: number) => string;
}

function PlaceBox({ place, nested, depth, count }: Properties): JSX.Element {
  const level = Math.min(depth, 3);
  const Heading = ({ 1: 'h3', 2: 'h4' } as const)[level] ?? 'h5';
  const edges = edgesIn(place.own[nested.inside]);
  const inside = idsIn(place, nested).size;
  return (
    <section class={`place place-${level}`}>
      <Heading>
        <EntityLink entity={place} /> {inside > 0 && <small>{count(inside)}</small>}
      </Heading>
      {edges.length > 0 && (
        <ul class="chips">
          {edges.map(({ entity, status }) => (
            <li key={entity.id} class={`fact-${status ?? 'UNCHECKED'}`}>
              <EntityLink entity={entity} /> <StatusMark status={status} />
            </li>
          ))}
        </ul>
      )}
      <div class="parts">
        {partsOf(place.id, nested).map((part) => (
          <PlaceBox key={part.id} place={part} nested={nested} depth={depth + 1} count={count} />
        ))}
      </div>
    </section>
  );
}

/** The direct parts of a place, sorted by descending number of entities; the outermost places for null. */
function partsOf(id: string | null, nested: Nested): FoundEntity[] {
  return nested.all
    .filter(({ own }) => (partOf(own[nested.around])['id'] ?? null) === id)
    .sort((one, other) => idsIn(other, nested).size - idsIn(one, nested).size);
}

/** The ids of the entities in a place or its parts, without those of refuted facts. */
function idsIn({ id, own }: FoundEntity, nested: Nested): Set<string> {
  const direct = edgesIn(own[nested.inside]).filter(({ status }) => status !== 'REFUTED');
  const parts = nested.all.filter((place) => partOf(place.own[nested.around])['id'] === id);
  return new Set([...direct.map(({ entity }) => entity.id), ...parts.flatMap((part) => [...idsIn(part, nested)])]);
}
