import { model, typeOf, type ServedType } from '../model/served-model.js';
import { nameOf, translate } from './translate.js';

/** The `__typename` of an entity. */
export type Kind = string;

/** All entity types, in the order of the legend. */
export function kinds(): Kind[] {
  return model.value.types.map(({ typeName }) => typeName);
}

/** The capitalized name of an entity type, singular or plural. */
export function kindName(kind: Kind, count: 'one' | 'many' = 'one'): string {
  const type = typeOf(kind);
  return type ? typeTitle(type, count) : kind;
}

/** The capitalized name of an entity type, singular or plural; "Entity" or "Entities" if undefined. */
export function typeTitle(type: ServedType | undefined, count: 'one' | 'many'): string {
  return capitalize(labelOrEntity(type, count));
}

/** A count with the name of an entity type, such as "3 companies"; "3 entities" if undefined. */
export function formatEntityCount(count: number, type: ServedType | undefined): string {
  return translate('count', { count, things: labelOrEntity(type, count === 1 ? 'one' : 'many') });
}

function labelOrEntity(type: ServedType | undefined, count: 'one' | 'many'): string {
  return type ? typeLabel(type, count) : translate(count === 'one' ? 'entity' : 'entities').toLowerCase();
}

/** The lowercase name of an entity type, singular or plural. */
export function typeLabel({ label, labelZh, plural, pluralZh }: ServedType, count: 'one' | 'many' = 'one'): string {
  return nameOf(count === 'one' ? { en: label, zh: labelZh } : { en: plural, zh: pluralZh });
}

/** Capitalizes the first letter. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
