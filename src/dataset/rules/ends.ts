import { typeNameOf } from '../../model/entity-id.js';
import type { RelationTypeModel } from '../../model/model.js';
import { endTypes, type RelationEnd } from '../../model/relation-id.js';
import { type Problem, problemAt, show } from '../problem.js';
import type { RelationRecord } from '../record.js';
import type { Draft } from './draft.js';

/** Reports relations whose ends do not exist, are the same, or have types that the relation type does not join. */
export function endProblems({ model, entities, relations, brokenIds, incompleteTypes }: Draft): Problem[] {
  const known = new Set([...entities.map(({ id }) => id), ...brokenIds]);
  return model.relationTypes.flatMap((type) =>
    relations
      .filter((relation) => relation.type === type.name)
      .flatMap((relation) => {
        const missing = (['from', 'to'] as const).filter((end) => !known.has(relation[end]));
        const dangling = missing.filter((end) => !incompleteTypes.has(typeNameOf(relation[end])));
        if (dangling.length > 0) return dangling.map((end) => danglingEnd(type, relation, end));
        if (missing.length > 0) return [];
        return relation.from === relation.to ? [selfRelation(relation)] : pairProblem(type, relation);
      }),
  );
}

function danglingEnd(type: RelationTypeModel, relation: RelationRecord, end: RelationEnd): Problem {
  const types = endTypes(type, end).join(' or ');
  return problemAt(relation, [end], `an existing ${types}`, `${show(relation.fields[end])}, which does not exist`);
}

function selfRelation(relation: RelationRecord): Problem {
  return problemAt(relation, ['to'], 'an entity other than the start of the relation', show(relation.fields.to));
}

function pairProblem({ pairs }: RelationTypeModel, relation: RelationRecord): Problem[] {
  const [from, to] = [typeNameOf(relation.from), typeNameOf(relation.to)];
  if (pairs.some((pair) => pair[0] === from && pair[1] === to)) return [];
  const expected = pairs.map((pair) => pair.join(' → ')).join(', ');
  return [problemAt(relation, ['to'], expected, `${from} → ${to}`)];
}
