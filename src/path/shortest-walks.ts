import { mark } from '../shared/mark.js';

/** The arguments of a path query that change the Cypher text; the others are parameters. */
export interface WalkShape {
  readonly direction: 'OUT' | 'IN' | 'ANY';
  /** Whether paths contain only relations of `$types`. */
  readonly isTyped: boolean;
  /** An upper bound of `$maxLength`. */
  readonly maxLength: number;
}

/** Cypher expression that sorts paths of equal length: the ids of their relations. */
export const walkOrder = '[relation IN relationships(walk) | relation.id]';

/**
 * Subqueries that collect the shortest paths from `a` to `b`, the first `$first` of them in `walkOrder`, into the list
 * `found`. Paths exclude relations with a status of `$exclude`.
 */
export function shortestWalks(shape: WalkShape): string {
  if (shape.isTyped) return findAllowed(shape, 'CALL (a, b) {', 'found');
  const start = 'CALL (a, b, whole, met) {\n  WITH a, b, whole, met WHERE size(whole) = 0 AND met > 0';
  return `${findAny(shape)}\n${findAllowed(shape, start, 'others')}\nWITH *, whole + others AS found`;
}

// Checking relations during the search takes three times as long. It is needed only if every shortest path contains an
// excluded relation.
function findAny(shape: WalkShape): string {
  return `CALL (a, b) {
  MATCH walk = allShortestPaths((a)${oneStep(shape, `*..${shape.maxLength}`)}(b))
  WITH walk, any(relation IN relationships(walk) WHERE NOT coalesce(${isWalked('relation')}, false)) AS isExcluded
  WHERE length(walk) <= $maxLength
  ORDER BY isExcluded, ${walkOrder}
  LIMIT $first
  WITH collect({walk: walk, isExcluded: isExcluded}) AS finds
  RETURN [find IN finds WHERE NOT find.isExcluded | find.walk] AS whole, size(finds) AS met
}`;
}

function findAllowed(shape: WalkShape, start: string, column: string): string {
  return `${start}
  MATCH walk = allShortestPaths((a)${oneStep(shape, `steps*..${shape.maxLength}`)}(b))
  WHERE all(relation IN steps WHERE ${shape.isTyped ? 'type(relation) IN $types AND ' : ''}${isWalked('relation')})
  WITH walk WHERE length(walk) <= $maxLength
  ORDER BY ${walkOrder}
  LIMIT $first
  RETURN collect(walk) AS ${column}
}`;
}

/** The pattern of a relation in the direction of the path. */
export function oneStep({ direction }: Pick<WalkShape, 'direction'>, relation: string): string {
  return `${direction === 'IN' ? '<-' : '-'}[${relation}]${direction === 'OUT' ? '->' : '-'}`;
}

/** Cypher predicate: a relation belongs to this project and its status is not excluded; null if it has no status. */
export function isWalked(relation: string): string {
  return `${relation}.madeBy = '${mark}' AND NOT ${relation}.status IN $exclude`;
}
