import { valueFields } from '../../model/check-fields.js';
import { findType, type ValueField } from '../../model/model.js';
import type { EntityRecord } from '../record.js';
import type { Draft, Report } from './draft.js';

/**
 * Reports numbers that are smaller than the field that bounds them from below, values without a statement that says where
 * they come from, and statements without a value.
 */
export function checkValues({ model, entities }: Draft, report: Report): void {
  for (const record of entities) {
    const type = findType(model, record.type);
    const fields = type ? valueFields(type) : [];
    for (const field of fields) {
      const bound = fields.find(({ name }) => name === field.atLeast);
      if (bound) checkBound(record, field, bound.property, report);
      if (field.isSourced) checkStatement(record, field.property, report);
    }
  }
}

function checkBound(record: EntityRecord, field: ValueField, minProperty: string, report: Report): void {
  const { property, isRequired } = field;
  const [value, minimum] = [record.fields[property], record.fields[minProperty]];
  if (typeof value !== 'number' || typeof minimum !== 'number' || value >= minimum) return;
  const expected = `at least ${minimum}, the value of ${minProperty}${isRequired ? '' : ', or nothing'}`;
  report(record, [property], expected, String(value));
}

function checkStatement(record: EntityRecord, property: string, report: Report): void {
  const hasValue = record.fields[property] !== undefined;
  const hasStatement = record.fields.statements?.[property] !== undefined;
  const path = ['statements', property];
  if (hasValue && !hasStatement) report(record, path, `a statement that says where ${property} comes from`, 'nothing');
  if (hasStatement && !hasValue) report(record, path, `a value of ${property}, or no statement about it`, 'no value');
}
