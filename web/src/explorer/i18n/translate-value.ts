import { translate } from './translate.js';
import { phraseOf } from './relations.js';
import { enumLabel } from './enum-labels.js';

const statuses = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'] as const;
const bases = ['STATED', 'CURATED'] as const;

/** Translates an enum value of the API into the current language; returns any other text unchanged. */
export function translateValue(text: string): string {
  const status = statuses.find((candidate) => candidate === text);
  if (status !== undefined) return translate(`status.${status}`);
  const basis = bases.find((candidate) => candidate === text);
  if (basis !== undefined) return translate(`basis.${basis}`);
  return phraseOf(text) ?? enumLabel(text);
}
