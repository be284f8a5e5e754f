import { cut, formOf, gramsOf, isRunText, tokensOf, wholeOf, type Token } from './tokens.js';

/** The texts by which an entity is found. */
export interface SearchTexts {
  readonly name: string;
  readonly nameZh: string | undefined;
  readonly aliases: readonly string[];
  readonly summaries: readonly string[];
}

/** Derived search properties of an entity; the full-text index splits the texts into terms at spaces. */
export interface SearchKeys {
  /** The folded words of the English name, the Chinese name (the English one again where there is none), each alias. */
  readonly searchNames: readonly string[];
  /** Each of them as one term without spaces. */
  readonly searchWholes: string;
  /** The words of the names, each two neighbours as a joined term, and pairs and single characters of Chinese. */
  readonly searchWords: string;
  /** The words of the summaries, each two neighbours as a joined term, and the pairs of Chinese characters. */
  readonly searchSummary: string;
}

/** The keys of an entity. */
export function searchKeys({ name, nameZh = name, aliases, summaries }: SearchTexts): SearchKeys {
  const names = [name, nameZh, ...aliases].map(tokensOf);
  return {
    searchNames: names.map(formOf),
    searchWholes: [...new Set(names.map(wholeOf))].join(' '),
    searchWords: phrases(names.flatMap(nameTerms)),
    searchSummary: phrases(summaries.flatMap((summary) => summaryTerms(tokensOf(summary)))),
  };
}

/**
 * The term of two neighbouring words written as one, `_dalle` of `DALL-E`. The underscore is in no word, so a query that
 * looks for beginnings or for typing errors never meets these terms: two words are found as one only as a whole, and
 * `tom` does not find `to medicine`.
 */
export function joinedTerm(text: string): string {
  return `_${text}`;
}

/** The terms of the places where words and runs meet, `_i绘` of `AI绘画`. */
export function junctionsOf(tokens: readonly Pick<Token, 'isRun' | 'text'>[]): string[] {
  return tokens.slice(1).flatMap((token, index) => {
    const before = tokens[index];
    if (!before || before.isRun === token.isRun) return [];
    return [joinedTerm(`${Array.from(before.text).at(-1) ?? ''}${Array.from(token.text)[0] ?? ''}`)];
  });
}

// Runs of a name that only punctuation parts are one: `歌大` is found in `谷歌·大脑`.
function nameTerms(tokens: readonly Token[]): string[] {
  const runs = formOf(tokens).split(' ').filter(isRunText);
  const characters = runs.flatMap((run) => Array.from(run));
  return [latinTerms(tokens), junctionsOf(tokens).join(' '), ...runs.map(gramTerms), characters.join(' ')];
}

function summaryTerms(tokens: readonly Token[]): string[] {
  const runs = tokens.filter(({ isRun }) => isRun);
  return [latinTerms(tokens), ...runs.map(({ text }) => gramTerms(text))];
}

function latinTerms(tokens: readonly Token[]): string {
  const words = tokens.filter(({ isRun }) => !isRun).map(({ text }) => text);
  return [...new Set([...words, ...joinedTerms(tokens)])].join(' ');
}

// Whoever writes `DALL-E` as one word means these two.
function joinedTerms(tokens: readonly Token[]): string[] {
  return tokens.slice(1).flatMap((token, index) => {
    const before = tokens[index];
    return before && !before.isRun && !token.isRun ? [joinedTerm(cut(`${before.text}${token.text}`))] : [];
  });
}

function gramTerms(run: string): string {
  return gramsOf(run).join(' ');
}

// The stroke keeps apart what may not be read as one phrase; no term is equal to it.
function phrases(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join(' | ');
}
