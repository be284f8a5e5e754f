import { type Problem, problemAt } from '../problem.js';
import type { RelationRecord } from '../record.js';
import { findUnrefuted, type Draft } from './draft.js';

/** Reports cycles of relations of an acyclic type. */
export function checkCycles(draft: Draft): Problem[] {
  return draft.model.relationTypes
    .filter(({ isAcyclic }) => isAcyclic)
    .flatMap(({ name }) => findCycles(findUnrefuted(draft, name).filter(({ from, to }) => from !== to)));
}

function findCycles(relations: readonly RelationRecord[]): Problem[] {
  const unvisited = new Map<string, RelationRecord[]>();
  for (const relation of relations.toReversed()) {
    const siblings = unvisited.get(relation.from);
    if (siblings === undefined) unvisited.set(relation.from, [relation]);
    else siblings.push(relation);
  }
  return relations.flatMap(({ from }) => findCyclesFrom(from, unvisited));
}

/** Depth-first search that follows each reachable relation once. Iterative, because chains may be long. */
function findCyclesFrom(startId: string, unvisited: ReadonlyMap<string, RelationRecord[]>): Problem[] {
  const problems: Problem[] = [];
  const path: RelationRecord[] = [];
  const idsOnPath = new Set([startId]);
  for (let currentId = startId; ;) {
    const nextRelation = unvisited.get(currentId)?.pop();
    if (nextRelation === undefined) {
      idsOnPath.delete(currentId);
      const lastRelation = path.pop();
      if (lastRelation === undefined) return problems;
      currentId = lastRelation.from;
    } else if (idsOnPath.has(nextRelation.to)) {
      problems.push(toCycleProblem([...path, nextRelation], nextRelation.to));
    } else {
      path.push(nextRelation);
      idsOnPath.add(nextRelation.to);
      currentId = nextRelation.to;
    }
  }
}

function toCycleProblem(path: readonly RelationRecord[], entryId: string): Problem {
  const cycle = path.slice(path.findIndex(({ from }) => from === entryId));
  const [firstRelation] = cycle;
  if (firstRelation === undefined) throw new Error(`Expected a path through ${entryId}, where the cycle closes.`);
  const found = [...cycle.map(({ from }) => from), entryId].join(' → ');
  return problemAt(firstRelation, ['to'], `no cycle of ${firstRelation.type} relations`, found);
}
