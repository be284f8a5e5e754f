import { joinedTerm, junctionsOf } from '../shared/search-keys.js';
import { formOf, gramsOf, tokensOf, wholeOf, type Token } from '../shared/tokens.js';
import { chineseWords, segmentsOf } from './chinese-words.js';

/**
 * Maximum numbers of words of a text and of characters of a Chinese run; no name is longer, and the rest is ignored.
 */
const mostTokens = 32;
const mostRun = 64;

/** Maximum number of words of a name that is searched within a text. */
const maxNameWords = 8;

/** Minimum length of a word that also matches with one typing error. */
export const leastForgiving = 5;

/** Maximum length of such a word: no name is longer, and the cost of fuzzy matching grows with the length. */
const mostForgiving = 60;

/** Minimum length of a word that matches a prefix in summaries; shorter words are a prefix of too many. */
export const leastPrefix = 3;

/** A word or run of a text, without its character positions. */
export type Word = Pick<Token, 'isRun' | 'text'>;

/** A folded query text. It contains only letters, digits and spaces, and so no Lucene syntax. */
export interface Wanted {
  /** The words and runs in the order of the text. */
  readonly tokens: readonly Word[];
  /** The tokens with each run split into its words. */
  readonly words: readonly Word[];
  /** The tokens, joined by single spaces. */
  readonly form: string;
  /** The tokens, joined without spaces, for comparison with full names. */
  readonly whole: string;
  /** Adjacent words of a part of the text, joined without spaces: the names that the text may contain. */
  readonly contained: readonly string[];
  /**
   * `whole` if it mixes words and runs, else null: a Chinese name may contain it across word boundaries, `I绘` in
   * `AI绘画`.
   */
  readonly across: string | null;
}

/** Parses a query text. */
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

/**
 * The substrings that a name's form, with a leading space, contains if it has every word: the prefixes of words, and
 * runs.
 */
export function partsOf(words: readonly Word[]): string[] {
  return words.map(({ isRun, text }) => (isRun ? text : ` ${text}`));
}

/** Whether a word also matches with one typing error. */
export function isForgiving({ isRun, text }: Word): boolean {
  const { length } = Array.from(text);
  return !isRun && length >= leastForgiving && length <= mostForgiving && /\p{L}/u.test(text);
}

/**
 * Lucene query for entities with every word in their names. A word matches as a prefix or with a typing error. Two
 * adjacent words of a name, or a full name, also match if written as one word, and one word of a name if written as
 * several.
 */
export function namesQuery({ words, whole }: Wanted): string {
  const forgiving = words.every(isForgivable) && isForgiving({ isRun: false, text: whole });
  return anyOf([
    allOf(words.map((word) => anyOf(nameClauses(word)))),
    ...wholeClauses(whole),
    ...(forgiving ? [`searchWholes:${whole}~1`] : []),
  ]);
}

/** Lucene query for entities with every word in their names or summaries. */
export function textsQuery({ words }: Wanted): string {
  return allOf(words.map((word) => anyOf([...nameClauses(word), ...summaryClauses(word)])));
}

/**
 * Lucene query for entities with a name that the text contains, or with a name that may contain the text across its
 * words.
 */
export function partialQuery({ tokens, contained, across }: Wanted): string {
  const names = contained.map((name) => `searchWholes:${name}`);
  if (across === null) return anyOf([...names, nothing]);
  const runs = tokens.filter(({ isRun }) => isRun).map(runClause);
  return anyOf([...names, allOf([...runs, ...junctionsOf(tokens).map((term) => `searchWords:${term}`)])]);
}

/**
 * Lucene query for entities with a name, or a later word of a name, that starts with the text; only its last word is a
 * prefix.
 */
export function beginningsQuery({ tokens, whole }: Wanted): string {
  const last = tokens.length - 1;
  const words = tokens.map((token, place) => {
    if (token.isRun) return runClause(token);
    return anyOf([`searchWords:${token.text}${place === last ? '*' : ''}`, `searchWords:${joinedTerm(token.text)}`]);
  });
  return anyOf([allOf(words), ...wholeClauses(whole)]);
}

/** Lucene query for entities with exactly this name. */
export function exactQuery({ whole }: Wanted): string {
  return whole === '' ? nothing : `searchWholes:${whole}`;
}

/** Lucene query for entities with this name and one typing error, if the name is long enough to be distinctive. */
export function nearQuery({ whole }: Wanted): string {
  const { length } = Array.from(whole);
  return length < leastForgiving || length > mostForgiving ? nothing : `searchWholes:${whole}~1`;
}

// Matches nothing: terms are lower case.
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

// A run has no typing errors of one letter: a different Chinese character is a different word.
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
