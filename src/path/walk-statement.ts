import { mark } from '../shared/mark.js';
import { isWalked, oneStep, shortestWalks, walkOrder, type WalkShape } from './shortest-walks.js';

/**
 * Cypher query for the shortest simple paths from `$from` to `$to`; if `isSeveral` is set, longer paths follow the
 * shortest. Its columns are nodes, relations, and place, which starts at 0. It requires the index of Entity.id.
 */
export function walkStatement(shape: WalkShape, isSeveral: boolean): string {
  const ends = `MATCH (a:Entity&${mark} {id: $from}), (b:Entity&${mark} {id: $to}) WHERE a <> b`;
  const start = [ends, shortestWalks(shape)];
  if (!isSeveral) return [...start, 'UNWIND found AS walk', columns('walk', '0')].join('\n');
  const longer = lengthsOf(shape).map((lengths) => findLonger(shape, lengths));
  const places = 'WITH found[..$first] AS found UNWIND range(0, size(found) - 1) AS place';
  return [...start, ...longer, places, columns('found[place]', 'place')].join('\n');
}

function columns(walk: string, place: string): string {
  return `RETURN nodes(${walk}) AS nodes, relationships(${walk}) AS relations, ${place} AS place`;
}

type Lengths = readonly [min: number, max: number];

// Short paths take longer to plan than to search, so one search covers them. Each greater length is searched
// separately.
function lengthsOf({ maxLength }: WalkShape): Lengths[] {
  return [[2, 4], ...Array.from({ length: maxLength - 4 }, (_, index): Lengths => [index + 5, index + 5])];
}

// Joins two halves of a path at a common node: SHORTEST would visit all paths from the start if there are too few to
// the end. The status of relations is checked after the join, because few halves meet.
function findLonger(shape: WalkShape, [min, max]: Lengths): string {
  const half = (from: string, relation: string, to: string, [minHops, maxHops]: Lengths): string => {
    const isOfType = shape.isTyped ? ` WHERE type(${relation}) IN $types` : '';
    return `((${from})${oneStep(shape, relation)}(${to})${isOfType}){${minHops},${maxHops}}`;
  };
  return `CALL (found) {
  WITH found WHERE length(found[0]) < ${max} AND $maxLength >= ${min} AND size(found) < $first
  MATCH walk = (a:Entity&${mark} {id: $from})
    ${half('x', 'early', 'y', [Math.ceil(min / 2), Math.ceil(max / 2)])} (m)
    ${half('u', 'late', 'v', [Math.floor(min / 2), Math.floor(max / 2)])} (b:Entity&${mark} {id: $to})
  USING JOIN ON m
  WHERE length(walk) > length(found[0]) AND length(walk) <= $maxLength AND size(early) - size(late) IN [0, 1]
    AND all(relation IN relationships(walk) WHERE ${isWalked('relation')})
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), ${walkOrder}
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH found + more AS found`;
}
