import { model, type ServedField } from '../model/served-model.js';
import { nameOf } from './say.js';

/** Gives a value of an enum of the model, or of one of its fields, in words; any other text as it is. */
export function valueName(text: string, of: readonly ServedField[] = allFields()): string {
  const found = of.flatMap(({ values }) => values).find(({ value }) => value === text);
  return found ? nameOf({ en: found.label, zh: found.labelZh }) : text;
}

function allFields(): ServedField[] {
  return model.value.types.flatMap(({ fields }) => fields);
}
