import { EntitiesByIdDocument } from '../../generated/graphql.js';
import { useQuery, type QueryState } from '../api/use-query.js';
import type { NamedEntity } from './entity-link.js';

/** Loads the entities with these ids, by id. Unknown ids are missing in the result. */
export function useNamedEntities(ids: readonly string[]): QueryState<ReadonlyMap<string, NamedEntity>> {
  const query = useQuery(EntitiesByIdDocument, ids.length === 0 ? null : { ids: [...ids] });
  if (ids.length === 0) return { state: 'loaded', data: new Map() };
  if (query.state !== 'loaded') return query;
  const entities = query.data.nodes.flatMap((node) => (node && 'en' in node ? [node] : []));
  return { state: 'loaded', data: new Map(entities.map((entity) => [entity.id, entity])) };
}
