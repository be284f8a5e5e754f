import { model, type ServedField } from '../model/served-model.js';
import { nameOf } from './translate.js';

/** The label of an enum value among the given fields, by default those of all types; any other text unchanged. */
export function enumLabel(text: string, fields: readonly ServedField[] = allFields()): string {
  const match = fields.flatMap(({ values }) => values).find(({ value }) => value === text);
  return match ? nameOf({ en: match.label, zh: match.labelZh }) : text;
}

function allFields(): ServedField[] {
  return model.value.types.flatMap(({ fields }) => fields);
}
