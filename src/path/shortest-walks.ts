import { mark } from '../shared/mark.js';

/** What of the question which walks are wanted shapes the Cypher; all else are parameters. */
export interface WalkShape {
  readonly direction: 'OUT' | 'IN' | 'ANY';
  /** Whether only relations of `$types` are walked. */
  readonly isTyped: boolean;
  /** What no `$maxLength` exceeds. */
  readonly maxLength: number;
}

/** Cypher for what walks of one length are sorted by: the ids of their relations. */
export const walkOrder = '[relation IN relationships(walk) | relation.id]';

/**
 * Subqueries that find the walks of least length from `a` to `b`, `$first` of them in `walkOrder`, and make the list
 * `found`. Relations with a status of `$exclude` are not walked.
 */
export function shortestWalks(shape: WalkShape): string {
  if (shape.isTyped) return findAllowed(shape, 'CALL (a, b) {', 'found');
  const start = 'CALL (a, b, whole, met) {\n  WITH a, b, whole, met WHERE size(whole) = 0 AND met > 0';
  return `${findAny(shape)}\n${findAllowed(shape, start, 'others')}\nWITH *, whole + others AS found`;
}

// To look at relations on the way takes three times as long, and is needed only where each of the shortest walks has one
// that is not walked.
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

/** A relation's pattern, pointing as it is walked. */
export function oneStep({ direction }: Pick<WalkShape, 'direction'>, relation: string): string {
  return `${direction === 'IN' ? '<-' : '-'}[${relation}]${direction === 'OUT' ? '->' : '-'}`;
}

/** Whether a relation is ours and has a status that is walked; null where it has none. */
export function isWalked(relation: string): string {
  return `${relation}.madeBy = '${mark}' AND NOT ${relation}.status IN $exclude`;
}
