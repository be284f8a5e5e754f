import { valueFields } from '../../model/check-fields.js';
import { type Problem, problemAt } from '../problem.js';
import type { EntityRecord } from '../record.js';
import type { Draft } from './draft.js';

/** Reports values without a statement that says where they come from, and statements without a value. */
export function checkStatements({ model, entities }: Draft): Problem[] {
  return model.types.flatMap((type) => {
    const records = entities.filter((record) => record.type === type.name);
    const fields = valueFields(type).filter(({ isSourced }) => isSourced);
    return fields.flatMap(({ property }) => records.flatMap((record) => checkStatement(record, property)));
  });
}

function checkStatement(record: EntityRecord, property: string): Problem[] {
  const hasValue = record.fields[property] !== undefined;
  const hasStatement = record.fields.statements?.[property] !== undefined;
  if (hasValue === hasStatement) return [];
  return hasValue
    ? [problemAt(record, ['statements', property], `a statement that says where ${property} comes from`, 'nothing')]
    : [problemAt(record, ['statements', property], `a value of ${property}, or no statement about it`, 'no value')];
}
