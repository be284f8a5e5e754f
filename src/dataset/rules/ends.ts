import { type EntityType, parseEntityId } from '../../entity/entity-types.js';
import { endTypes, relationPairs, type RelationEnd } from '../../relation/relation-types.js';
import { type Problem, problemAt, show } from '../problem.js';
import type { RelationRecord } from '../record.js';
import type { Draft } from './draft.js';

/** Problems for relations whose ends do not exist, are the same, or are not of kinds that the type joins. */
export function endProblems({ entities, relations, brokenIds, incompleteTypes }: Draft): Problem[] {
  const known = new Set([...entities.map(({ id }) => id), ...brokenIds]);
  return relations.flatMap((relation) => {
    const missing = (['from', 'to'] as const).filter((end) => !known.has(relation[end]));
    const dangling = missing.filter((end) => !incompleteTypes.has(typeOf(relation[end])));
    if (dangling.length > 0) return dangling.map((end) => danglingEnd(relation, end));
    if (missing.length > 0) return [];
    return relation.from === relation.to ? [selfRelation(relation)] : pairProblem(relation);
  });
}

function danglingEnd(relation: RelationRecord, end: RelationEnd): Problem {
  const kinds = endTypes(relation.type, end).join(' or ');
  return problemAt(relation, [end], `a ${kinds} that has a record`, `${show(relation.fields[end])}, which has none`);
}

function selfRelation(relation: RelationRecord): Problem {
  return problemAt(relation, ['to'], 'another entity than where the relation starts', show(relation.fields.to));
}

function pairProblem(relation: RelationRecord): Problem[] {
  const [from, to] = [typeOf(relation.from), typeOf(relation.to)];
  const allowed = relationPairs[relation.type];
  if (allowed.some((pair) => pair[0] === from && pair[1] === to)) return [];
  const expected = allowed.map((pair) => pair.join(' → ')).join(', ');
  return [problemAt(relation, ['to'], expected, `${from} → ${to}`)];
}

function typeOf(id: string): EntityType {
  const type = parseEntityId(id)?.type;
  if (type === undefined) throw new Error(`"${id}" passed its JSON Schema, but is no entity's id.`);
  return type;
}
