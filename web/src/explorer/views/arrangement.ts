import type { FoundEntity } from '../ask/answer-parts.js';
import { typeByValue, type ServedField, type ServedType } from '../model/served-model.js';

/** What an arrangement of entities receives. */
export interface ArrangementProperties {
  readonly type: ServedType;
  /** The fields of the view, as its kind takes them. */
  readonly fields: readonly string[];
  readonly entities: readonly FoundEntity[];
}

/** The field of a type with this name; undefined where it has none. */
export function fieldNamed(type: ServedType | undefined, name: string): ServedField | undefined {
  return type?.fields.find((field) => field.name === name);
}

/** The type that a field leads to; undefined where it leads to several. */
export function targetOf(type: ServedType | undefined, name: string): ServedType | undefined {
  return typeByValue(fieldNamed(type, name)?.target);
}
