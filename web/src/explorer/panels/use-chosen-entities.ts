import type { QueryState } from '../api/use-query.js';
import type { NamedEntity } from '../components/entity-link.js';
import { useNamedEntities } from '../components/use-named-entities.js';
import { currentRoute } from '../route/navigation.js';

/** How many entities a question is about. */
export interface EntityLimits {
  readonly min: number;
  readonly max: number;
}

/** The entities that a question is about. */
export interface ChosenEntities {
  readonly limits: EntityLimits;
  /** The distinct ids of the route. */
  readonly ids: readonly string[];
  /** The entities by id. */
  readonly query: QueryState<ReadonlyMap<string, NamedEntity>>;
  /** The ids without unknown ones; all of them until the entities are loaded. */
  readonly knownIds: readonly string[];
  /** Whether there are enough known ids to answer the question. */
  readonly isComplete: boolean;
  /** Whether entities are missing only because the route repeats an id. */
  readonly isRepeated: boolean;
}

/** Loads the entities that the route of a question names. */
export function useChosenEntities(limits: EntityLimits): ChosenEntities {
  const routeIds = currentRoute.value.ids;
  const ids = [...new Set(routeIds)].slice(0, limits.max);
  const query = useNamedEntities(ids);
  const knownIds = query.state === 'loaded' ? ids.filter((id) => query.data.has(id)) : ids;
  return {
    limits,
    ids,
    query,
    knownIds,
    isComplete: knownIds.length >= limits.min,
    isRepeated: ids.length < limits.min && routeIds.length >= limits.min,
  };
}
