import { valueFields } from '../model/check-fields.js';
import type { EntityTypeModel, ValueField } from '../model/model.js';

/** What every entity has in its data file, which a field of a type may stand for under another name. */
const commonNames: ReadonlySet<string> = new Set(['slug', 'name', 'aliases', 'summary']);

/** The fields that the data file of a type has beside those of every entity; it names them by their properties. */
export function ownFields(type: EntityTypeModel): ValueField[] {
  return valueFields(type).filter(({ property }) => !commonNames.has(property));
}
