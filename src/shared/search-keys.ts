import { truncateTerm, spacedFormOf, bigramsOf, isRunText, tokensOf, compactFormOf, type Token } from './tokens.js';

/** The texts of an entity that are searched. */
export interface SearchTexts {
  readonly name: string;
  readonly nameZh: string | undefined;
  readonly aliases: readonly string[];
  /** Words of the article that describe the entity without naming it. */
  readonly wordings: readonly string[];
  readonly summaries: readonly string[];
}

/** Derived search properties of an entity; the full-text index splits the texts into terms at spaces. */
export interface SearchKeys {
  /**
   * The folded forms of the English name, the Chinese name (the English name again if there is none), and each alias.
   */
  readonly searchNames: readonly string[];
  /** Each of these names as one term without spaces. */
  readonly searchWholes: string;
  /** The words of the names, each two adjacent words as a joined term, and pairs and single characters of Chinese. */
  readonly searchWords: string;
  /** The words of the summaries and wordings, each two adjacent words as a joined term, and the pairs of Chinese characters. */
  readonly searchSummary: string;
}

/** Computes the search keys of an entity. */
export function buildSearchKeys({ name, nameZh = name, aliases, wordings, summaries }: SearchTexts): SearchKeys {
  const names = [name, nameZh, ...aliases].map(tokensOf);
  return {
    searchNames: names.map(spacedFormOf),
    searchWholes: [...new Set(names.map(compactFormOf))].join(' '),
    searchWords: joinPhrases(names.flatMap(nameTerms)),
    searchSummary: joinPhrases([...summaries, ...wordings].flatMap((summary) => summaryTerms(tokensOf(summary)))),
  };
}

/**
 * The term for two adjacent words written as one: `_dalle` for `DALL-E`. No word contains an underscore, so prefix and
 * fuzzy queries never match these terms: `tom` does not match `to medicine`.
 */
export function toJoinedTerm(text: string): string {
  return `_${text}`;
}

/** The terms for the junctions of words and runs: `_i绘` for `AI绘画`. */
export function junctionsOf(tokens: readonly Pick<Token, 'isRun' | 'text'>[]): string[] {
  return tokens.slice(1).flatMap((token, index) => {
    const previous = tokens[index];
    if (!previous || previous.isRun === token.isRun) return [];
    return [toJoinedTerm(`${Array.from(previous.text).at(-1) ?? ''}${Array.from(token.text)[0] ?? ''}`)];
  });
}

// Runs of a name that only punctuation separates are one: `歌大` matches `谷歌·大脑`.
function nameTerms(tokens: readonly Token[]): string[] {
  const runs = spacedFormOf(tokens).split(' ').filter(isRunText);
  const characters = runs.flatMap((run) => Array.from(run));
  return [latinTerms(tokens), junctionsOf(tokens).join(' '), ...runs.map(joinBigrams), characters.join(' ')];
}

function summaryTerms(tokens: readonly Token[]): string[] {
  const runs = tokens.filter(({ isRun }) => isRun);
  return [latinTerms(tokens), ...runs.map(({ text }) => joinBigrams(text))];
}

function latinTerms(tokens: readonly Token[]): string {
  const words = tokens.filter(({ isRun }) => !isRun).map(({ text }) => text);
  return [...new Set([...words, ...joinedTerms(tokens)])].join(' ');
}

// A user may write the two words of `DALL-E` as one.
function joinedTerms(tokens: readonly Token[]): string[] {
  return tokens.slice(1).flatMap((token, index) => {
    const previous = tokens[index];
    return previous && !previous.isRun && !token.isRun
      ? [toJoinedTerm(truncateTerm(`${previous.text}${token.text}`))]
      : [];
  });
}

function joinBigrams(run: string): string {
  return bigramsOf(run).join(' ');
}

// The vertical bar separates phrases, so that no phrase query matches across them; no term equals it.
function joinPhrases(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join(' | ');
}
