import { model } from '../model/served-model.js';
import { nameOf } from './translate.js';

/** The verb phrase of a relation type, in the direction seen from its start or its end; null for an unknown type. */
export function phraseOf(type: string, perspective: 'start' | 'end' = 'start'): string | null {
  const relationType = model.value.relationTypes.find((candidate) => candidate.type === type);
  if (relationType === undefined) return null;
  const { phrase, phraseZh, inverse, inverseZh } = relationType;
  return nameOf(perspective === 'start' ? { en: phrase, zh: phraseZh } : { en: inverse, zh: inverseZh });
}

/** Like `phraseOf`, but returns the name of an unknown type itself. */
export function relationPhrase(type: string, perspective: 'start' | 'end' = 'start'): string {
  return phraseOf(type, perspective) ?? type;
}
