import { typeNameOf } from '../../model/entity-id.js';
import type { RelationTypeModel } from '../../model/model.js';
import { endTypes, type RelationEnd } from '../../model/relation-id.js';
import { type Problem, problemAt, formatValue } from '../problem.js';
import type { RelationRecord } from '../record.js';
import type { Draft } from './draft.js';

/** Reports relations whose ends do not exist, are the same, or have types that the relation type does not join. */
export function checkEnds({ model, entities, relations, invalidIds, incompleteTypes }: Draft): Problem[] {
  const knownIds = new Set([...entities.map(({ id }) => id), ...invalidIds]);
  return model.relationTypes.flatMap((type) =>
    relations
      .filter((relation) => relation.type === type.name)
      .flatMap((relation) => {
        const missingEnds = (['from', 'to'] as const).filter((end) => !knownIds.has(relation[end]));
        const danglingEnds = missingEnds.filter((end) => !incompleteTypes.has(typeNameOf(relation[end])));
        if (danglingEnds.length > 0) return danglingEnds.map((end) => danglingEndProblem(type, relation, end));
        if (missingEnds.length > 0) return [];
        return relation.from === relation.to ? [selfRelationProblem(relation)] : checkPair(type, relation);
      }),
  );
}

function danglingEndProblem(type: RelationTypeModel, relation: RelationRecord, end: RelationEnd): Problem {
  const types = endTypes(type, end).join(' or ');
  return problemAt(
    relation,
    [end],
    `an existing ${types}`,
    `${formatValue(relation.fields[end])}, which does not exist`,
  );
}

function selfRelationProblem(relation: RelationRecord): Problem {
  return problemAt(relation, ['to'], 'an entity other than the start of the relation', formatValue(relation.fields.to));
}

function checkPair({ pairs }: RelationTypeModel, relation: RelationRecord): Problem[] {
  const [from, to] = [typeNameOf(relation.from), typeNameOf(relation.to)];
  if (pairs.some((pair) => pair[0] === from && pair[1] === to)) return [];
  const expected = pairs.map((pair) => pair.join(' → ')).join(', ');
  return [problemAt(relation, ['to'], expected, `${from} → ${to}`)];
}
