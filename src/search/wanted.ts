import { joinedTerm, junctionsOf } from '../shared/search-keys.js';
import { formOf, gramsOf, tokensOf, wholeOf, type Token } from '../shared/tokens.js';
import { chineseWords, segmentsOf } from './chinese-words.js';

/** How many words of a text count, and how many characters of a Chinese run: more than any name has. */
const mostTokens = 32;
const mostRun = 64;

/** How many words a name has at most that is found among the words of a text. */
const maxNameWords = 8;

/** From how many letters on a word is also found with one typing error. */
export const leastForgiving = 5;

/** And up to how many: no name is longer, and the longer a word is the more it costs. */
const mostForgiving = 60;

/** From how many letters on a word is also found in a summary by its beginning: shorter ones begin too many words. */
export const leastPrefix = 3;

/** A word or run of a text, without its places. */
export type Word = Pick<Token, 'isRun' | 'text'>;

/** What a text asks for, folded; free of Lucene's syntax, because it holds letters, digits and spaces alone. */
export interface Wanted {
  /** The words and runs as the text has them. */
  readonly tokens: readonly Word[];
  /** The same with each run split into its words, as if they were written apart. */
  readonly words: readonly Word[];
  /** The words parted by single spaces. */
  readonly form: string;
  /** The words without spaces, by which whole names are compared. */
  readonly whole: string;
  /** Neighbouring words without spaces, fewer than all: the names that may stand within the text. */
  readonly contained: readonly string[];
  /** The whole where it mixes words and runs: a Chinese name may contain it across its words, `I绘` in `AI绘画`. */
  readonly across: string | null;
}

/** What a text asks for. */
export function wantedOf(text: string): Wanted {
  const tokens = tokensOf(text).slice(0, mostTokens).map(shortened);
  const whole = wholeOf(tokens);
  const isMixed = tokens.some(({ isRun }) => isRun) && tokens.some(({ isRun }) => !isRun);
  return {
    tokens,
    words: splitRuns(tokens, chineseWords).slice(0, mostTokens),
    form: formOf(tokens),
    whole,
    contained: sequencesOf(splitRuns(tokens, segmentsOf).slice(0, mostTokens), whole),
    across: isMixed ? whole : null,
  };
}

/** What a name's form, with a space before it, contains where it has every word: a word's beginning, a run. */
export function partsOf(words: readonly Word[]): string[] {
  return words.map(({ isRun, text }) => (isRun ? text : ` ${text}`));
}

/** Whether a word is also found with one typing error. */
export function isForgiving({ isRun, text }: Word): boolean {
  const { length } = Array.from(text);
  return !isRun && length >= leastForgiving && length <= mostForgiving && /\p{L}/u.test(text);
}

/**
 * Finds what has every word in its names: a word is found by its beginning or with a typing error; two neighbouring words
 * of a name, or a whole name, are also found written as one, and one word of a name written as several.
 */
export function namesQuery({ words, whole }: Wanted): string {
  const forgiving = words.every(isForgivable) && isForgiving({ isRun: false, text: whole });
  return anyOf([
    allOf(words.map((word) => anyOf(nameClauses(word)))),
    ...wholeClauses(whole),
    ...(forgiving ? [`searchWholes:${whole}~1`] : []),
  ]);
}

/** Finds what has every word in its names or summaries. */
export function textsQuery({ words }: Wanted): string {
  return allOf(words.map((word) => anyOf([...nameClauses(word), ...summaryClauses(word)])));
}

/** Finds what has a name that stands within the text, and what may have one across whose words the text goes. */
export function partialQuery({ tokens, contained, across }: Wanted): string {
  const names = contained.map((name) => `searchWholes:${name}`);
  if (across === null) return anyOf([...names, nothing]);
  const runs = tokens.filter(({ isRun }) => isRun).map(runClause);
  return anyOf([...names, allOf([...runs, ...junctionsOf(tokens).map((term) => `searchWords:${term}`)])]);
}

/** Finds what has a name that begins so, or a later word of one; every word but the last is whole. */
export function beginningsQuery({ tokens, whole }: Wanted): string {
  const last = tokens.length - 1;
  const words = tokens.map((token, place) => {
    if (token.isRun) return runClause(token);
    return anyOf([`searchWords:${token.text}${place === last ? '*' : ''}`, `searchWords:${joinedTerm(token.text)}`]);
  });
  return anyOf([allOf(words), ...wholeClauses(whole)]);
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

function wholeClauses(whole: string): string[] {
  return whole === '' ? [] : [`searchWholes:${whole}`, `searchWords:${whole}*`, `searchWords:${joinedTerm(whole)}`];
}

function nameClauses(word: Word): string[] {
  if (word.isRun) return [runClause(word)];
  const clauses = [`searchWords:${word.text}*`, `searchWords:${joinedTerm(word.text)}`];
  return isForgiving(word) ? [...clauses, `searchWords:${word.text}~1`] : clauses;
}

function summaryClauses(word: Word): string[] {
  if (word.isRun) return phrase('searchSummary', word.text);
  const equal = `searchSummary:${word.text}`;
  const clauses = [word.text.length < leastPrefix ? equal : `${equal}*`, `searchSummary:${joinedTerm(word.text)}`];
  return isForgiving(word) ? [...clauses, `${equal}~1`] : clauses;
}

function runClause({ text }: Word): string {
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
function isForgivable({ isRun }: Word): boolean {
  return !isRun;
}

function splitRuns(tokens: readonly Word[], split: (run: string) => readonly string[]): Word[] {
  return tokens.flatMap((token) => (token.isRun ? split(token.text).map((text) => ({ isRun: true, text })) : [token]));
}

function sequencesOf(words: readonly Word[], whole: string): string[] {
  const sequences = words.flatMap((_word, start) =>
    words.slice(start, start + maxNameWords).map((_last, length) => wholeOf(words.slice(start, start + length + 1))),
  );
  return [...new Set(sequences)].filter((sequence) => sequence !== whole);
}

function shortened(token: Token): Token {
  if (!token.isRun) return token;
  const characters = token.characters.slice(0, mostRun);
  return { ...token, characters, text: characters.map(({ text }) => text).join('') };
}
