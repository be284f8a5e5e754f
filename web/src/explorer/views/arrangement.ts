import type { ResponseEntity } from '../api/parse-response.js';
import { typeByValue, type ServedField, type ServedType } from '../model/served-model.js';

/** The properties of a component that arranges the entities of a view. */
export interface ArrangementProperties {
  readonly type: ServedType;
  /** The field names of the view. Their meaning depends on the kind of view. */
  readonly fields: readonly string[];
  readonly entities: readonly ResponseEntity[];
}

/** The field of a type with this name; undefined if it has none. */
export function findField(type: ServedType | undefined, name: string): ServedField | undefined {
  return type?.fields.find((field) => field.name === name);
}

/** The entity type that a field returns; undefined if it returns several types. */
export function targetOf(type: ServedType | undefined, name: string): ServedType | undefined {
  return typeByValue(findField(type, name)?.target);
}
