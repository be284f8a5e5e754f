import { buildCurrentId } from '../compile/value.js';
import { atlasLabel } from '../shared/atlas-label.js';
import {
  buildAllowedPredicate,
  buildRelationPattern,
  buildShortestPaths,
  pathOrder,
  type PathShape,
} from './shortest-paths.js';

/**
 * Cypher query for the shortest simple paths from `$from` to `$to`; if `includesLonger` is set, longer paths follow the
 * shortest. Its columns are nodes, relations, and place, which starts at 0. It requires the index of Entity.id.
 */
export function buildPathStatement(shape: PathShape, includesLonger: boolean): string {
  const currentIds = `WITH ${buildCurrentId('$from')} AS fromId, ${buildCurrentId('$to')} AS toId`;
  const matchEnds = `MATCH (a:Entity&${atlasLabel} {id: fromId}), (b:Entity&${atlasLabel} {id: toId}) WHERE a <> b`;
  const clauses = [currentIds, matchEnds, buildShortestPaths(shape)];
  if (!includesLonger) return [...clauses, 'UNWIND found AS walk', buildReturn('walk', '0')].join('\n');
  const longerSearches = lengthRangesOf(shape).map((range) => buildLongerSearch(shape, range));
  const numbering = 'WITH found[..$first] AS found UNWIND range(0, size(found) - 1) AS place';
  return [...clauses, ...longerSearches, numbering, buildReturn('found[place]', 'place')].join('\n');
}

function buildReturn(path: string, place: string): string {
  return `RETURN nodes(${path}) AS nodes, relationships(${path}) AS relations, ${place} AS place`;
}

type LengthRange = readonly [min: number, max: number];

// Short paths take longer to plan than to search, so one search covers them. Each greater length is searched
// separately.
function lengthRangesOf({ maxLength }: PathShape): LengthRange[] {
  return [[2, 4], ...Array.from({ length: maxLength - 4 }, (_, index): LengthRange => [index + 5, index + 5])];
}

// Joins two halves of a path at a common node: SHORTEST would visit all paths from the start if there are too few to
// the end. The status of relations is checked after the join, because few halves meet.
function buildLongerSearch(shape: PathShape, [min, max]: LengthRange): string {
  const buildHalf = (from: string, relation: string, to: string, [minHops, maxHops]: LengthRange): string => {
    const typeCondition = shape.isRestrictedByType ? ` WHERE type(${relation}) IN $types` : '';
    return `((${from})${buildRelationPattern(shape, relation)}(${to})${typeCondition}){${minHops},${maxHops}}`;
  };
  return `CALL (found, fromId, toId) {
  WITH found WHERE length(found[0]) < ${max} AND $maxLength >= ${min} AND size(found) < $first
  MATCH walk = (a:Entity&${atlasLabel} {id: fromId})
    ${buildHalf('x', 'early', 'y', [Math.ceil(min / 2), Math.ceil(max / 2)])} (m)
    ${buildHalf('u', 'late', 'v', [Math.floor(min / 2), Math.floor(max / 2)])} (b:Entity&${atlasLabel} {id: toId})
  USING JOIN ON m
  WHERE length(walk) > length(found[0]) AND length(walk) <= $maxLength AND size(early) - size(late) IN [0, 1]
    AND all(relation IN relationships(walk) WHERE ${buildAllowedPredicate('relation')})
    AND all(place IN range(0, size(nodes(walk)) - 2) WHERE NOT nodes(walk)[place] IN nodes(walk)[place + 1 ..])
  WITH walk
  ORDER BY length(walk), ${pathOrder}
  LIMIT $first
  RETURN collect(walk) AS more
}
WITH fromId, toId, found + more AS found`;
}
