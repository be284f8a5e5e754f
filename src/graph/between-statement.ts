import { buildCurrentId } from '../compile/value.js';
import { buildShortestPaths } from '../path/shortest-paths.js';
import { atlasLabel } from '../shared/atlas-label.js';
import { pathLengthBounds } from '../shared/path-length.js';

/**
 * Cypher query for the connections between the entities of `$ids`: the shortest paths between each pair, at most
 * `$first` - 1 of them. Its columns are nodes (including those of `$ids`), relations, and truncated (whether a pair has
 * more such paths).
 */
export function buildBetweenStatement(): string {
  return `UNWIND $ids AS givenId
WITH ${buildCurrentId('givenId')} AS id
MATCH (given:Entity&${atlasLabel} {id: id})
WITH collect(DISTINCT given) AS ends
CALL (ends) {
  UNWIND ends AS a
  UNWIND ends AS b
  WITH a, b
  WHERE a.id < b.id
  ${buildShortestPaths({ direction: 'ANY', isRestrictedByType: false, maxLength: pathLengthBounds.max })}
  RETURN collect({walks: found[..$first - 1], hasMore: size(found) = $first}) AS joins
}
CALL (ends, joins) {
  UNWIND ends + reduce(all = [], join IN joins | all + reduce(on = [], walk IN join.walks | on + nodes(walk))) AS node
  RETURN collect(DISTINCT node) AS nodes
}
CALL (joins) {
  UNWIND joins AS join
  UNWIND join.walks AS walk
  UNWIND relationships(walk) AS relation
  RETURN collect(DISTINCT relation) AS relations
}
RETURN nodes, relations, any(join IN joins WHERE join.hasMore) AS truncated`;
}
