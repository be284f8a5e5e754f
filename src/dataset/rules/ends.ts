import { typeNameOf } from '../../model/entity-id.js';
import type { RelationTypeModel } from '../../model/model.js';
import { endTypes } from '../../model/relation-id.js';
import { formatValue } from '../problem.js';
import type { RelationRecord } from '../record.js';
import type { Draft, Report } from './draft.js';

/** Reports relations whose ends do not exist, are the same, or have types that the relation type does not join. */
export function checkEnds(draft: Draft, report: Report): void {
  const { model, entities, relations, invalidIds } = draft;
  const knownIds = new Set([...entities.map(({ id }) => id), ...invalidIds]);
  for (const type of model.relationTypes) {
    for (const relation of relations.filter((one) => one.type === type.name)) {
      const missingEnds = (['from', 'to'] as const).filter((end) => !knownIds.has(relation[end]));
      for (const end of missingEnds) {
        if (draft.incompleteTypes.has(typeNameOf(relation[end]))) continue;
        const found = `${formatValue(relation.fields[end])}, which does not exist`;
        report(relation, [end], `an existing ${endTypes(type, end).join(' or ')}`, found);
      }
      if (missingEnds.length === 0) checkPair(type, relation, report);
    }
  }
}

function checkPair({ pairs }: RelationTypeModel, relation: RelationRecord, report: Report): void {
  const [from, to] = [typeNameOf(relation.from), typeNameOf(relation.to)];
  if (relation.from === relation.to) {
    const found = formatValue(relation.fields.to);
    report(relation, ['to'], 'an entity other than the start of the relation', found);
  } else if (!pairs.some((pair) => pair[0] === from && pair[1] === to)) {
    report(relation, ['to'], pairs.map((pair) => pair.join(' → ')).join(', '), `${from} → ${to}`);
  }
}
