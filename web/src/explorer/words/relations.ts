import { model } from '../model/served-model.js';
import { nameOf } from './say.js';

/** The verb phrase of a relation type, in the direction seen from its start or its end; null for an unknown type. */
export function phraseOf(type: string, seenFrom: 'start' | 'end' = 'start'): string | null {
  const found = model.value.relationTypes.find((one) => one.type === type);
  if (found === undefined) return null;
  const { phrase, phraseZh, inverse, inverseZh } = found;
  return nameOf(seenFrom === 'start' ? { en: phrase, zh: phraseZh } : { en: inverse, zh: inverseZh });
}

/** Like `phraseOf`, but returns the name of an unknown type itself. */
export function relationPhrase(type: string, seenFrom: 'start' | 'end' = 'start'): string {
  return phraseOf(type, seenFrom) ?? type;
}
