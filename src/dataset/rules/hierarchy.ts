import { relationTypes, type RelationType } from '../../relation/relation-types.js';
import { type Problem, problemAt } from '../problem.js';
import type { EntityRecord, RegionLevel, RelationRecord } from '../record.js';
import type { Draft } from './draft.js';

const levels: readonly RegionLevel[] = ['CONTINENT', 'COUNTRY', 'CITY'];
const singleTypes: ReadonlySet<RelationType> = new Set(['PART_OF', 'FEEDS', 'FOLLOWED_BY']);

/** Problems for wholes and chains: two wholes, circles, a whole no larger than its part, a section in the wrong one. */
export function hierarchyProblems({ entities, relations }: Draft): Problem[] {
  const byId = new Map(entities.map((record) => [record.id, record]));
  return relationTypes
    .filter((type) => singleTypes.has(type))
    .flatMap((type) => {
      const standing = relations.filter((relation) => relation.type === type && relation.fields.status !== 'REFUTED');
      const placed = standing.flatMap((relation) => placeProblem(relation, byId));
      return [...branches(standing), ...circles(standing), ...placed];
    });
}

function branches(relations: readonly RelationRecord[]): Problem[] {
  const first = new Map<string, RelationRecord>();
  return relations.flatMap((relation) => {
    const earlier = first.get(relation.from);
    if (earlier === undefined || earlier.id === relation.id) {
      first.set(relation.from, relation);
      return [];
    }
    const expected = `one ${relation.type} at most from ${relation.from}`;
    return [problemAt(relation, ['to'], expected, `${earlier.id} as well`)];
  });
}

function circles(relations: readonly RelationRecord[]): Problem[] {
  const next = new Map(relations.map((relation) => [relation.from, relation]));
  const done = new Set<string>();
  return relations.flatMap((start) => {
    const walk: RelationRecord[] = [];
    let step: RelationRecord | undefined = start;
    while (step !== undefined && !done.has(step.from)) {
      done.add(step.from);
      walk.push(step);
      step = next.get(step.to);
    }
    const entry = walk.findIndex(({ from }) => from === step?.from);
    if (entry < 0 || start.from === start.to) return [];
    const circle = [...walk.slice(entry).map(({ from }) => from), step?.from].join(' → ');
    return [problemAt(walk[entry] ?? start, ['to'], `no circle of ${start.type}`, circle)];
  });
}

function placeProblem(relation: RelationRecord, byId: ReadonlyMap<string, EntityRecord>): Problem[] {
  const [part, whole] = [byId.get(relation.from), byId.get(relation.to)];
  if (relation.type !== 'PART_OF' || relation.from === relation.to) return [];
  if (part?.type === 'Region' && whole?.type === 'Region') {
    const [below, above] = [part.fields.level, whole.fields.level];
    if (levels.indexOf(above) < levels.indexOf(below)) return [];
    return [problemAt(relation, ['to'], `a whole larger than a ${below}`, `a ${above}`)];
  }
  if (part?.type !== 'Section' || whole?.type !== 'Section') return [];
  const parent = part.fields.number.split('.').slice(0, -1).join('.');
  if (parent === whole.fields.number) return [];
  const expected = parent === '' ? 'no section around a chapter' : `section ${parent} around ${part.fields.number}`;
  return [problemAt(relation, ['to'], expected, `section ${whole.fields.number}`)];
}
