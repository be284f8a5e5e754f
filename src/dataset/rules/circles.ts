import { type Problem, problemAt } from '../problem.js';
import type { RelationRecord } from '../record.js';
import { standing, type Draft } from './draft.js';

/** Reports cycles of relations of an acyclic type. */
export function circleProblems(draft: Draft): Problem[] {
  return draft.model.relationTypes
    .filter(({ isAcyclic }) => isAcyclic)
    .flatMap(({ name }) => circlesOf(standing(draft, name).filter(({ from, to }) => from !== to)));
}

function circlesOf(relations: readonly RelationRecord[]): Problem[] {
  const untried = new Map<string, RelationRecord[]>();
  for (const relation of relations.toReversed()) {
    const others = untried.get(relation.from);
    if (others === undefined) untried.set(relation.from, [relation]);
    else others.push(relation);
  }
  return relations.flatMap(({ from }) => circlesFrom(from, untried));
}

/** Depth-first search that follows each reachable relation once. Iterative, because chains may be long. */
function circlesFrom(start: string, untried: ReadonlyMap<string, RelationRecord[]>): Problem[] {
  const problems: Problem[] = [];
  const walk: RelationRecord[] = [];
  const onWalk = new Set([start]);
  for (let place = start; ;) {
    const next = untried.get(place)?.pop();
    if (next === undefined) {
      onWalk.delete(place);
      const last = walk.pop();
      if (last === undefined) return problems;
      place = last.from;
    } else if (onWalk.has(next.to)) {
      problems.push(circleProblem([...walk, next], next.to));
    } else {
      walk.push(next);
      onWalk.add(next.to);
      place = next.to;
    }
  }
}

function circleProblem(walk: readonly RelationRecord[], entry: string): Problem {
  const circle = walk.slice(walk.findIndex(({ from }) => from === entry));
  const [first] = circle;
  if (first === undefined) throw new Error(`Expected a path through ${entry}, where the cycle closes.`);
  const found = [...circle.map(({ from }) => from), entry].join(' → ');
  return problemAt(first, ['to'], `no cycle of ${first.type} relations`, found);
}
