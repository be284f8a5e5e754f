import type { JSX } from 'preact';
import { parseEdges, toObject, type ResponseEntity } from '../api/parse-response.js';
import { EntityLink } from '../components/entity-link.js';
import { StatusMark } from '../components/status-mark.js';
import { formatEntityCount } from '../i18n/kinds.js';
import { targetOf, type ArrangementProperties } from './arrangement.js';

/** Nested boxes of places. Fields: the enclosing place, and the entities located in a place. */
export function Places({ type, fields, entities }: ArrangementProperties): JSX.Element {
  const [enclosingField = '', insideField = ''] = fields;
  const nesting: Nesting = { enclosingField, insideField, allPlaces: entities };
  const formatCount = (entityCount: number): string => formatEntityCount(entityCount, targetOf(type, insideField));
  return (
    <div class="places">
      {partsOf(null, nesting).map((place) => (
        <PlaceBox key={place.id} place={place} nesting={nesting} depth={1} formatCount={formatCount} />
      ))}
    </div>
  );
}

/** All places, and the names of the fields that nest them. */
interface Nesting {
  readonly enclosingField: string;
  readonly insideField: string;
  readonly allPlaces: readonly ResponseEntity[];
}

interface Properties {
  readonly place: ResponseEntity;
  readonly nesting: Nesting;
  /** The nesting depth, from 1. */
  readonly depth: number;
  /** Formats the number of entities in a place. */
  readonly formatCount: (entities: number) => string;
}

function PlaceBox({ place, nesting, depth, formatCount }: Properties): JSX.Element {
  const level = Math.min(depth, 3);
  const Heading = ({ 1: 'h3', 2: 'h4' } as const)[level] ?? 'h5';
  const edges = parseEdges(place.values[nesting.insideField]);
  const entityCount = collectEntityIds(place, nesting).size;
  return (
    <section class={`place place-${level}`}>
      <Heading>
        <EntityLink entity={place} /> {entityCount > 0 && <small>{formatCount(entityCount)}</small>}
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
        {partsOf(place.id, nesting).map((part) => (
          <PlaceBox key={part.id} place={part} nesting={nesting} depth={depth + 1} formatCount={formatCount} />
        ))}
      </div>
    </section>
  );
}

/** The direct parts of a place, sorted by descending number of entities; the outermost places for null. */
function partsOf(id: string | null, nesting: Nesting): ResponseEntity[] {
  return nesting.allPlaces
    .filter(({ values }) => (toObject(values[nesting.enclosingField])['id'] ?? null) === id)
    .sort((a, b) => collectEntityIds(b, nesting).size - collectEntityIds(a, nesting).size);
}

/** The ids of the entities in a place or its parts, without those of refuted facts. */
function collectEntityIds({ id, values }: ResponseEntity, nesting: Nesting): Set<string> {
  const directEdges = parseEdges(values[nesting.insideField]).filter(({ status }) => status !== 'REFUTED');
  const parts = nesting.allPlaces.filter((place) => toObject(place.values[nesting.enclosingField])['id'] === id);
  return new Set([
    ...directEdges.map(({ entity }) => entity.id),
    ...parts.flatMap((part) => [...collectEntityIds(part, nesting)]),
  ]);
}
