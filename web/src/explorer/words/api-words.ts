import { say } from './say.js';
import { phraseOf } from './relations.js';
import { valueName } from './values.js';

const statuses = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'] as const;
const bases = ['STATED', 'CURATED'] as const;

/** Translates an enum value of the API into the current language; returns any other text unchanged. */
export function wordFor(text: string): string {
  const status = statuses.find((each) => each === text);
  if (status !== undefined) return say(`status.${status}`);
  const basis = bases.find((each) => each === text);
  if (basis !== undefined) return say(`basis.${basis}`);
  return phraseOf(text) ?? valueName(text);
}
