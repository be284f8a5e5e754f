import type { RelationRecord } from '../record.js';
import { findUnrefuted, type Draft, type Report } from './draft.js';

/** Reports cycles of relations of an acyclic type. */
export function checkCycles(draft: Draft, report: Report): void {
  for (const { name, isAcyclic } of draft.model.relationTypes) {
    const relations = isAcyclic ? findUnrefuted(draft, name).filter(({ from, to }) => from !== to) : [];
    for (const cycle of findCycles(relations)) {
      const [first] = cycle;
      if (first === undefined) throw new Error('Expected at least one relation in a cycle.');
      const found = [...cycle.map(({ from }) => from), first.from].join(' → ');
      report(first, ['to'], `no cycle of ${name} relations`, found);
    }
  }
}

/** The cycles among relations, each as the relations along it. */
function findCycles(relations: readonly RelationRecord[]): RelationRecord[][] {
  const unvisited = new Map<string, RelationRecord[]>();
  for (const relation of relations.toReversed()) {
    const siblings = unvisited.get(relation.from);
    if (siblings === undefined) unvisited.set(relation.from, [relation]);
    else siblings.push(relation);
  }
  return relations.flatMap(({ from }) => findCyclesFrom(from, unvisited));
}

/** Depth-first search that follows each reachable relation once. Iterative, because chains may be long. */
function findCyclesFrom(startId: string, unvisited: ReadonlyMap<string, RelationRecord[]>): RelationRecord[][] {
  const cycles: RelationRecord[][] = [];
  const path: RelationRecord[] = [];
  const idsOnPath = new Set([startId]);
  for (let currentId = startId; ;) {
    const nextRelation = unvisited.get(currentId)?.pop();
    if (nextRelation === undefined) {
      idsOnPath.delete(currentId);
      const lastRelation = path.pop();
      if (lastRelation === undefined) return cycles;
      currentId = lastRelation.from;
    } else if (idsOnPath.has(nextRelation.to)) {
      const cycle = [...path, nextRelation];
      cycles.push(cycle.slice(cycle.findIndex(({ from }) => from === nextRelation.to)));
    } else {
      path.push(nextRelation);
      idsOnPath.add(nextRelation.to);
      currentId = nextRelation.to;
    }
  }
}
