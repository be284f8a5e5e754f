import { model, typeOf, type ServedType } from '../model/served-model.js';
import { nameOf, say } from './say.js';

/** The `__typename` of an entity. */
export type Kind = string;

/** All entity types, in the order of the legend. */
export function kinds(): Kind[] {
  return model.value.types.map(({ typeName }) => typeName);
}

/** The capitalized name of an entity type, singular or plural. */
export function kindName(kind: Kind, count: 'one' | 'many' = 'one'): string {
  const type = typeOf(kind);
  return type ? titleOf(type, count) : kind;
}

/** The capitalized name of an entity type, singular or plural; "Entity" or "Entities" if undefined. */
export function titleOf(type: ServedType | undefined, count: 'one' | 'many'): string {
  return capitalized(wordOf(type, count));
}

/** A count with the name of an entity type, such as "3 companies"; "3 entities" if undefined. */
export function countOf(count: number, type: ServedType | undefined): string {
  return say('count', { count, things: wordOf(type, count === 1 ? 'one' : 'many') });
}

function wordOf(type: ServedType | undefined, count: 'one' | 'many'): string {
  return type ? typeWord(type, count) : say(count === 'one' ? 'entity' : 'entities').toLowerCase();
}

/** The lowercase name of an entity type, singular or plural. */
export function typeWord({ label, labelZh, plural, pluralZh }: ServedType, count: 'one' | 'many' = 'one'): string {
  return nameOf(count === 'one' ? { en: label, zh: labelZh } : { en: plural, zh: pluralZh });
}

/** Capitalizes the first letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
