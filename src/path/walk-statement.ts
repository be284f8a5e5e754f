import { mark } from '../shared/mark.js';

/** What of the arguments of `paths` shapes its statement; all else are parameters of it. */
export interface WalkShape {
  readonly direction: 'OUT' | 'IN' | 'ANY';
  /** Whether only relations of some types are walked. */
  readonly isTyped: boolean;
  /** Whether more walks than those of least length may be wanted. */
  readonly isSeveral: boolean;
  /** The most relations that a walk may have for any value of `$maxLength`. */
  readonly maxLength: number;
}

const inOrder = '[relation IN relationships(walk) | relation.id]';

/**
 * Cypher that finds the shortest simple walks from `$from` to `$to`, ties by the ids of their relations.
 * Parameters: also $types where it is typed, $exclude, $maxLength, $first; columns: nodes, relations, place (from 0).
 * It searches by the index of Entity.id. Each shape has a text of its own, because Neo4j takes long to plan what a
 * request does not need.
 */
export function walkStatement(shape: WalkShape): string {
  return `MATCH (a:Entity&${mark} {id: $from}), (b:Entity&${mark} {id: $to})
WHERE a <> b
${shape.isTyped ? '' : findUnchecked(shape)}
${findShortest(shape)}
${shape.isSeveral ? blocks(shape.maxLength).map(([least, most]) => findLonger(shape, least, most)).join('\n') : ''}
UNWIND range(0, CASE WHEN size(found) < $first THEN size(found) ELSE $first END - 1) AS place
RETURN nodes(found[place]) AS nodes, relationships(found[place]) AS relations, place`;
}

// To look at each relation on the way takes three times as long, and is needed only where every shortest walk has one
// that is not to be walked.
function findUnchecked(shape: WalkShape): string {
  return `CALL (a, b) {
  MATCH walk = allShortestPaths((a)${arrow(shape, `[*..${shape.maxLength}]`)}(b))
  WITH walk, any(step IN relationships(walk) WHERE NOT coalesce(${isWalked('step')}, false)) AS isExcluded
  WHERE length(walk) <= $maxLength
  ORDER BY isExcluded, ${inOrder}
  LIMIT $first
  WITH collect({walk: walk, isExcluded: isExcluded}) AS finds
  RETURN [find IN finds WHERE NOT find.isExcluded | find.walk] AS walks, size(finds) AS met
}`;
}

function findShortest(shape: WalkShape): string {
  const { isTyped, maxLength } = shape;
  const given = isTyped ? 'a, b' : 'a, b, walks, met';
  return `CALL (${given}) {
  ${isTyped ? '' : 'WITH a, b, walks, met WHERE size(walks) = 0 AND met > 0'}
  MATCH walk = allShortestPaths((a)${arrow(shape, `[steps*..${maxLength}]`)}(b))
  WHERE all(step IN steps WHERE ${isTyped ? 'type(step) IN $types AND ' : ''}${isWalked('step')})
  WITH walk
  WHERE length(walk) <= $maxLength
  ORDER BY ${inOrder}
  LIMIT $first
  RETURN collect(walk) AS allowed
}
WITH ${isTyped ? 'allowed' : 'walks + allowed'} AS found`;
}

function blocks(maxLength: number): (readonly [least: number, most: number])[] {
  const exact = Array.from({ length: maxLength - 4 }, (_, index) => [index + 5, index + 5] as const);
  return [[2, 4], ...exact];
}

// Two halves that meet in m: SHORTEST would look at every walk from the start where it finds too few. The status of
// relations is looked at where halves have met, which few do.
function findLonger(shape: WalkShape, least: number, most: number): string {
  const isOfType = (step: string): string => (shape.isTyped ? ` WHERE type(${step}) IN $types` : '');
  const half = (from: string, step: string, to: string, round: (half: number) => number): string =>
    `((${from})${arrow(shape, `[${step}]`)}(${to})${isOfType(step)}){${round(least / 2)},${round(most / 2)}}`;
  return `CALL (found) {
  WITH found
  WHERE length(found[0]) < ${most} AND $maxLength >= ${least} AND size(found) < $first
  MATCH walk = (a:Entity&${mark} {id: $from}) ${half('x', 'step', 'y', Math.ceil)} (m) ${half('u', 'next', 'v', Math.floor)} (b:Entity&${mark} {id: $to})
  USING JOIN ON m
  WHERE length(walk) > length(found[0]) AND length(walk) <= $maxLength AND size(step) - size(next) IN [0, 1]
    AND all(relation IN relationships(walk) WHERE ${isWalked('relation')})
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), ${inOrder}
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found`;
}

function arrow({ direction }: WalkShape, relation: string): string {
  return `${direction === 'IN' ? '<-' : '-'}${relation}${direction === 'OUT' ? '->' : '-'}`;
}

function isWalked(relation: string): string {
  return `${relation}.madeBy = '${mark}' AND NOT ${relation}.status IN $exclude`;
}
