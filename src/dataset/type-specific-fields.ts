import { valueFields } from '../model/check-fields.js';
import type { EntityTypeModel, ValueField } from '../model/model.js';

/** The properties of every entity. A field of a type may expose one of them under another name. */
const commonProperties: ReadonlySet<string> = new Set(['slug', 'name', 'aliases', 'summary']);

/** The fields that only records of this type have. Data files name them by `property`. */
export function typeSpecificFields(type: EntityTypeModel): ValueField[] {
  return valueFields(type).filter(({ property }) => !commonProperties.has(property));
}
