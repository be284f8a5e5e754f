import { model, type ServedField } from '../model/served-model.js';
import { nameOf } from './say.js';

/** The label of an enum value among the given fields, by default those of all types; any other text unchanged. */
export function valueName(text: string, of: readonly ServedField[] = allFields()): string {
  const found = of.flatMap(({ values }) => values).find(({ value }) => value === text);
  return found ? nameOf({ en: found.label, zh: found.labelZh }) : text;
}

function allFields(): ServedField[] {
  return model.value.types.flatMap(({ fields }) => fields);
}
