import { formOf, gramsOf, tokensOf, wholeOf, type Token } from '../shared/tokens.js';

/** How many words of a text count, and how many characters of a Chinese run: more than any name has. */
const mostTokens = 32;
const mostRun = 64;

/** From how many letters on a word is also found with one typing error. */
export const leastForgiving = 5;

/** And up to how many: no name is longer, and the longer a word is the more it costs. */
const mostForgiving = 60;

/** From how many letters on a word is also found in a summary by its beginning: shorter ones begin too many words. */
export const leastPrefix = 3;

/** What a text asks for, folded; free of Lucene's syntax, because it holds letters, digits and spaces alone. */
export interface Wanted {
  readonly tokens: readonly Token[];
  /** The words parted by single spaces. */
  readonly form: string;
  /** The words without spaces, by which whole names are compared. */
  readonly whole: string;
  /** What a name's form, with a space before it, contains where it has every word: a word's beginning, a run. */
  readonly parts: readonly string[];
}

/** What a text asks for. */
export function wantedOf(text: string): Wanted {
  const tokens = tokensOf(text).slice(0, mostTokens).map(shortened);
  const parts = tokens.map(({ isRun, text: word }) => (isRun ? word : ` ${word}`));
  return { tokens, form: formOf(tokens), whole: wholeOf(tokens), parts };
}

/** Whether a word is also found with one typing error. */
export function isForgiving({ isRun, text }: Pick<Token, 'isRun' | 'text'>): boolean {
  const { length } = Array.from(text);
  return !isRun && length >= leastForgiving && length <= mostForgiving && /\p{L}/u.test(text);
}

/** Finds what has every word in its names: from their beginnings, with a typing error, or joined in another way. */
export function namesQuery({ tokens, whole }: Wanted): string {
  const forgiving = tokens.every(isForgivable) && isForgiving({ isRun: false, text: whole });
  return anyOf([
    allOf(tokens.map((token) => anyOf(nameClauses(token)))),
    ...(whole === '' ? [] : [`searchWholes:${whole}*`, `searchWords:${whole}*`]),
    ...(forgiving ? [`searchWholes:${whole}~1`] : []),
    ...(tokens.length > 1 ? phrase('searchWords', whole) : []),
  ]);
}

/** Finds what has every word in its names or summaries. */
export function textsQuery({ tokens }: Wanted): string {
  return allOf(tokens.map((token) => anyOf([...nameClauses(token), ...summaryClauses(token)])));
}

/** Finds what has a name that begins so, or a later word of one; every word but the last is whole. */
export function beginningsQuery({ tokens, whole }: Wanted): string {
  const last = tokens.length - 1;
  const words = tokens.map((token, place) => {
    if (token.isRun) return runClause(token);
    return `searchWords:${token.text}${place === last ? '*' : ''}`;
  });
  return anyOf([allOf(words), ...(whole === '' ? [] : [`searchWholes:${whole}*`])]);
}

/** Finds what has the very name. */
export function exactQuery({ whole }: Wanted): string {
  return whole === '' ? nothing : `searchWholes:${whole}`;
}

/** Finds what has a name with one typing error in it, where it is long enough to be told from others. */
export function nearQuery({ whole }: Wanted): string {
  const { length } = Array.from(whole);
  return length < leastForgiving || length > mostForgiving ? nothing : `searchWholes:${whole}~1`;
}

// Terms are folded, so no term is in capitals.
const nothing = 'searchWholes:NOTHING';

function nameClauses(token: Token): string[] {
  if (token.isRun) return [runClause(token)];
  return [`searchWords:${token.text}*`, ...(isForgiving(token) ? [`searchWords:${token.text}~1`] : [])];
}

function summaryClauses(token: Token): string[] {
  if (token.isRun) return phrase('searchSummary', token.text);
  const word = `searchSummary:${token.text}`;
  return [token.text.length < leastPrefix ? word : `${word}*`, ...(isForgiving(token) ? [`${word}~1`] : [])];
}

function runClause({ text }: Token): string {
  return phrase('searchWords', text)[0] ?? `searchWords:${text}`;
}

function phrase(property: string, text: string): string[] {
  const grams = gramsOf(text);
  return grams.length === 0 ? [] : [`${property}:"${grams.join(' ')}"`];
}

function allOf(clauses: readonly string[]): string {
  return clauses.length === 0 ? nothing : `(${clauses.map((clause) => `+${clause}`).join(' ')})`;
}

function anyOf(clauses: readonly string[]): string {
  return `(${clauses.join(' ')})`;
}

// Chinese has no typing errors of one letter: two characters that differ are two words.
function isForgivable({ isRun }: Token): boolean {
  return !isRun;
}

function shortened(token: Token): Token {
  if (!token.isRun) return token;
  const characters = token.characters.slice(0, mostRun);
  return { ...token, characters, text: characters.map(({ text }) => text).join('') };
}
