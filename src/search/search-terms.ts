import { toJoinedTerm, junctionsOf } from '../shared/search-keys.js';
import { spacedFormOf, bigramsOf, tokensOf, compactFormOf, type Token } from '../shared/tokens.js';
import { chineseWords, segmentsOf } from './chinese-words.js';
import { isConnectingWord } from './connecting-words.js';

/**
 * Maximum numbers of words of a text and of characters of a Chinese run; no name is longer, and the rest is ignored.
 */
const maxTokens = 32;
const maxRunLength = 64;

/** Maximum number of words of a name that is searched within a text. */
const maxNameWords = 8;

/** Minimum length of a word that also matches with one typing error. */
export const minFuzzyLength = 5;

/** Maximum length of such a word: no name is longer, and the cost of fuzzy matching grows with the length. */
const maxFuzzyLength = 60;

/** Minimum length of a word that matches a prefix in summaries; shorter words are a prefix of too many. */
export const minPrefixLength = 3;

/** A word or run of a text, without its character positions. */
export type Word = Pick<Token, 'isRun' | 'text'>;

/** A folded query text. It contains only letters, digits and spaces, and so no Lucene syntax. */
export interface SearchTerms {
  /** The words and runs in the order of the text. */
  readonly tokens: readonly Word[];
  /** The tokens with each run split into its words, without connecting words unless there are no others. */
  readonly words: readonly Word[];
  /** The tokens of a text that is being typed, without connecting words before the last token. */
  readonly typedTokens: readonly Word[];
  /** The tokens, joined by single spaces. */
  readonly spacedForm: string;
  /** The tokens, joined without spaces, for comparison with full names. */
  readonly compactForm: string;
  /** Adjacent words of a part of the text, joined without spaces: the names that the text may contain. */
  readonly containedNames: readonly string[];
  /**
   * `whole` if it mixes words and runs, else null: a Chinese name may contain it across word boundaries, `I绘` in
   * `AI绘画`.
   */
  readonly mixedForm: string | null;
}

/** Parses a query text. */
export function parseSearchTerms(text: string): SearchTerms {
  const tokens = tokensOf(text).slice(0, maxTokens).map(truncateRun);
  const compactForm = compactFormOf(tokens);
  const words = splitRuns(tokens, chineseWords);
  const soughtWords = words.filter(({ text }) => !isConnectingWord(text));
  const isMixed = tokens.some(({ isRun }) => isRun) && tokens.some(({ isRun }) => !isRun);
  return {
    tokens,
    words: (soughtWords.length === 0 ? words : soughtWords).slice(0, maxTokens),
    typedTokens: tokens.filter(({ text }, index) => index === tokens.length - 1 || !isConnectingWord(text)),
    spacedForm: spacedFormOf(tokens),
    compactForm,
    containedNames: joinedSequencesOf(splitRuns(tokens, segmentsOf).slice(0, maxTokens), compactForm),
    mixedForm: isMixed ? compactForm : null,
  };
}

/**
 * The substrings that a name's form, with a leading space, contains if it has every word: the prefixes of words, and
 * runs.
 */
export function namePartsOf(words: readonly Word[]): string[] {
  return words.map(({ isRun, text }) => (isRun ? text : ` ${text}`));
}

/** Whether a word also matches with one typing error: not if it has a digit, because another number is another name. */
export function isFuzzy({ isRun, text }: Word): boolean {
  const { length } = Array.from(text);
  return !isRun && length >= minFuzzyLength && length <= maxFuzzyLength && !/\p{N}/u.test(text);
}

/** A Lucene query and the least score of the entities that it finds. */
interface Search {
  readonly query: string;
  readonly least: number;
}

/** The searches for a text, without those that find nothing. */
export function buildSearches(terms: SearchTerms): Search[] {
  return [
    { query: buildMisspelledQuery(terms), least: 3 },
    { query: buildNamesQuery(terms), least: 2 },
    { query: buildTextsQuery(terms), least: 1 },
    { query: buildPartialQuery(terms), least: 0 },
  ].filter(({ query }) => query !== noMatch);
}

/**
 * Lucene query for entities with every word in their names. A word matches as a prefix or with a typing error. Two
 * adjacent words of a name, or a full name, also match if written as one word, and one word of a name if written as
 * several.
 */
function buildNamesQuery({ words, compactForm }: SearchTerms): string {
  return combineAny([
    combineAll(words.map((word) => combineAny(buildNameClauses(word)))),
    ...buildFullNameClauses(compactForm),
  ]);
}

/**
 * Lucene query for entities with this name and one typing error in a letter. A run has none: a different Chinese
 * character is a different word.
 */
function buildMisspelledQuery(terms: SearchTerms): string {
  const isRun = terms.tokens.some((token) => token.isRun);
  return isFuzzy({ isRun, text: terms.compactForm }) ? buildFuzzyQuery(terms) : noMatch;
}

/** Lucene query for entities with every word in their names or summaries. */
function buildTextsQuery({ words }: SearchTerms): string {
  return combineAll(words.map((word) => combineAny([...buildNameClauses(word), ...buildSummaryClauses(word)])));
}

/**
 * Lucene query for entities with a name that the text contains, or with a name that may contain the text across its
 * words.
 */
function buildPartialQuery({ tokens, containedNames, mixedForm }: SearchTerms): string {
  const names = containedNames.map((name) => `searchWholes:${name}`);
  if (mixedForm === null) return names.length === 0 ? noMatch : combineAny(names);
  const runs = tokens.filter(({ isRun }) => isRun).map(buildRunClause);
  return combineAny([...names, combineAll([...runs, ...junctionsOf(tokens).map((term) => `searchWords:${term}`)])]);
}

/**
 * Lucene query for entities with a name, or a later word of a name, that starts with the text; only its last word is a
 * prefix.
 */
export function buildPrefixQuery({ typedTokens, compactForm }: SearchTerms): string {
  const lastIndex = typedTokens.length - 1;
  const words = typedTokens.map((token, index) => {
    if (token.isRun) return buildRunClause(token);
    return combineAny([
      `searchWords:${token.text}${index === lastIndex ? '*' : ''}`,
      `searchWords:${toJoinedTerm(token.text)}`,
    ]);
  });
  return combineAny([combineAll(words), ...buildFullNameClauses(compactForm)]);
}

/** Lucene query for entities with exactly this name. */
export function buildExactQuery({ compactForm }: SearchTerms): string {
  return compactForm === '' ? noMatch : `searchWholes:${compactForm}`;
}

/** Lucene query for entities with this name and one typing error, if the name is long enough to be distinctive. */
export function buildFuzzyQuery({ compactForm }: SearchTerms): string {
  const { length } = Array.from(compactForm);
  return length < minFuzzyLength || length > maxFuzzyLength ? noMatch : `searchWholes:${compactForm}~1`;
}

// Matches nothing: terms are lower case.
const noMatch = 'searchWholes:NOTHING';

function buildFullNameClauses(compactForm: string): string[] {
  return compactForm === ''
    ? []
    : [`searchWholes:${compactForm}`, `searchWords:${compactForm}*`, `searchWords:${toJoinedTerm(compactForm)}`];
}

function buildNameClauses(word: Word): string[] {
  if (word.isRun) return [buildRunClause(word)];
  const clauses = [`searchWords:${word.text}*`, `searchWords:${toJoinedTerm(word.text)}`];
  return isFuzzy(word) ? [...clauses, `searchWords:${word.text}~1`] : clauses;
}

function buildSummaryClauses(word: Word): string[] {
  if (word.isRun) return buildPhrase('searchSummary', word.text);
  const exactClause = `searchSummary:${word.text}`;
  const clauses = [
    word.text.length < minPrefixLength ? exactClause : `${exactClause}*`,
    `searchSummary:${toJoinedTerm(word.text)}`,
  ];
  return isFuzzy(word) ? [...clauses, `${exactClause}~1`] : clauses;
}

function buildRunClause({ text }: Word): string {
  return buildPhrase('searchWords', text)[0] ?? `searchWords:${text}`;
}

function buildPhrase(property: string, text: string): string[] {
  const grams = bigramsOf(text);
  return grams.length === 0 ? [] : [`${property}:"${grams.join(' ')}"`];
}

function combineAll(clauses: readonly string[]): string {
  return clauses.length === 0 ? noMatch : `(${clauses.map((clause) => `+${clause}`).join(' ')})`;
}

function combineAny(clauses: readonly string[]): string {
  return `(${clauses.join(' ')})`;
}

function splitRuns(tokens: readonly Word[], split: (run: string) => readonly string[]): Word[] {
  return tokens.flatMap((token) => (token.isRun ? split(token.text).map((text) => ({ isRun: true, text })) : [token]));
}

function joinedSequencesOf(words: readonly Word[], compactForm: string): string[] {
  const sequences = words.flatMap((_word, start) =>
    words
      .slice(start, start + maxNameWords)
      .map((_last, length) => compactFormOf(words.slice(start, start + length + 1))),
  );
  return [...new Set(sequences)].filter((sequence) => sequence !== compactForm);
}

function truncateRun(token: Token): Token {
  if (!token.isRun) return token;
  const characters = token.characters.slice(0, maxRunLength);
  return { ...token, characters, text: characters.map(({ text }) => text).join('') };
}
