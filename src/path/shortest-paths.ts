import { atlasLabel } from '../shared/atlas-label.js';

/** The arguments of a path query that change the Cypher text; the others are parameters. */
export interface PathShape {
  readonly direction: 'OUT' | 'IN' | 'ANY';
  /** Whether paths contain only relations of `$types`. */
  readonly isRestrictedByType: boolean;
  /** An upper bound of `$maxLength`. */
  readonly maxLength: number;
}

/** Cypher expression that sorts paths of equal length: the ids of their relations. */
export const pathOrder = '[relation IN relationships(walk) | relation.id]';

/**
 * Subqueries that collect the shortest paths from `a` to `b`, the first `$first` of them in `pathOrder`, into the list
 * `found`. Paths exclude relations with a status of `$exclude`.
 */
export function buildShortestPaths(shape: PathShape): string {
  if (shape.isRestrictedByType) return buildRestrictedSearch(shape, 'CALL (a, b) {', 'found');
  const callStart = 'CALL (a, b, whole, met) {\n  WITH a, b, whole, met WHERE size(whole) = 0 AND met > 0';
  return `${buildUnrestrictedSearch(shape)}\n${buildRestrictedSearch(shape, callStart, 'others')}\nWITH *, whole + others AS found`;
}

// Checking relations during the search takes three times as long. It is needed only if every shortest path contains an
// excluded relation.
function buildUnrestrictedSearch(shape: PathShape): string {
  return `CALL (a, b) {
  MATCH walk = allShortestPaths((a)${buildRelationPattern(shape, `*..${shape.maxLength}`)}(b))
  WITH walk, any(relation IN relationships(walk) WHERE NOT coalesce(${buildAllowedPredicate('relation')}, false)) AS isExcluded
  WHERE length(walk) <= $maxLength
  ORDER BY isExcluded, ${pathOrder}
  LIMIT $first
  WITH collect({walk: walk, isExcluded: isExcluded}) AS finds
  RETURN [find IN finds WHERE NOT find.isExcluded | find.walk] AS whole, size(finds) AS met
}`;
}

function buildRestrictedSearch(shape: PathShape, callStart: string, column: string): string {
  return `${callStart}
  MATCH walk = allShortestPaths((a)${buildRelationPattern(shape, `steps*..${shape.maxLength}`)}(b))
  WHERE all(relation IN steps WHERE ${shape.isRestrictedByType ? 'type(relation) IN $types AND ' : ''}${buildAllowedPredicate('relation')})
  WITH walk WHERE length(walk) <= $maxLength
  ORDER BY ${pathOrder}
  LIMIT $first
  RETURN collect(walk) AS ${column}
}`;
}

/** The pattern of a relation in the direction of the path. */
export function buildRelationPattern({ direction }: Pick<PathShape, 'direction'>, relation: string): string {
  return `${direction === 'IN' ? '<-' : '-'}[${relation}]${direction === 'OUT' ? '->' : '-'}`;
}

/** Cypher predicate: a relation belongs to this project and its status is not excluded; null if it has no status. */
export function buildAllowedPredicate(relation: string): string {
  return `${relation}.madeBy = '${atlasLabel}' AND NOT ${relation}.status IN $exclude`;
}
