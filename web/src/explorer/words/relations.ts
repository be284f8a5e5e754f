import { model } from '../model/served-model.js';
import { nameOf } from './say.js';

/** Says a relation as a verb, seen from its start or from its end; null where the model has no such relation. */
export function phraseOf(type: string, seenFrom: 'start' | 'end' = 'start'): string | null {
  const found = model.value.relationTypes.find((one) => one.type === type);
  if (found === undefined) return null;
  const { phrase, phraseZh, inverse, inverseZh } = found;
  return nameOf(seenFrom === 'start' ? { en: phrase, zh: phraseZh } : { en: inverse, zh: inverseZh });
}

/** The same, with a name in capitals for a relation that came with new data. */
export function relationPhrase(type: string, seenFrom: 'start' | 'end' = 'start'): string {
  return phraseOf(type, seenFrom) ?? type;
}
