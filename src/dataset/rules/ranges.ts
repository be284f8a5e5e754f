import { valueFields } from '../../model/check-fields.js';
import type { EntityTypeModel } from '../../model/model.js';
import { type Problem, problemAt } from '../problem.js';
import type { EntityRecord } from '../record.js';
import type { Draft } from './draft.js';

/** Reports numbers that are smaller than the field that bounds them from below. */
export function checkRanges({ model, entities }: Draft): Problem[] {
  return model.types.flatMap((type) => {
    const records = entities.filter((record) => record.type === type.name);
    return boundsOf(type).flatMap((bound) => records.flatMap((record) => checkBound(record, bound)));
  });
}

/** A property that must not be smaller than another one. */
interface Bound {
  readonly property: string;
  readonly minProperty: string;
  readonly isRequired: boolean;
}

function boundsOf(type: EntityTypeModel): Bound[] {
  const fields = valueFields(type);
  return fields.flatMap(({ property, isRequired, atLeast }): Bound[] => {
    const minProperty = fields.find(({ name }) => name === atLeast)?.property;
    return minProperty === undefined ? [] : [{ property, minProperty, isRequired }];
  });
}

function checkBound(record: EntityRecord, { property, minProperty, isRequired }: Bound): Problem[] {
  const [value, minimum] = [record.fields[property], record.fields[minProperty]];
  if (typeof value !== 'number' || typeof minimum !== 'number' || value >= minimum) return [];
  const expected = `at least ${minimum}, the value of ${minProperty}${isRequired ? '' : ', or nothing'}`;
  return [problemAt(record, [property], expected, String(value))];
}
