import { model, typeOf, type ServedType } from '../model/served-model.js';
import { nameOf, say } from './say.js';

/** A type of entity, as `__typename` gives it. */
export type Kind = string;

/** The types in the order of the legend. */
export function kinds(): Kind[] {
  return model.value.types.map(({ typeName }) => typeName);
}

/** Names a type of entity as a title does: one of it, or many. */
export function kindName(kind: Kind, count: 'one' | 'many' = 'one'): string {
  const type = typeOf(kind);
  return type ? titleOf(type, count) : kind;
}

/** The title of a list of entities of a type, or of one of it; of any type where it is undefined. */
export function titleOf(type: ServedType | undefined, count: 'one' | 'many'): string {
  return capitalized(wordOf(type, count));
}

/** Says how many entities of a type there are; of any type where it is undefined. */
export function countOf(count: number, type: ServedType | undefined): string {
  return say('count', { count, things: wordOf(type, count === 1 ? 'one' : 'many') });
}

function wordOf(type: ServedType | undefined, count: 'one' | 'many'): string {
  return type ? typeWord(type, count) : say(count === 'one' ? 'entity' : 'entities').toLowerCase();
}

/** The word for a type of entity within a sentence: for one of it, or for many. */
export function typeWord({ label, labelZh, plural, pluralZh }: ServedType, count: 'one' | 'many' = 'one'): string {
  return nameOf(count === 'one' ? { en: label, zh: labelZh } : { en: plural, zh: pluralZh });
}

/** A text as it stands at the beginning of a line. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
