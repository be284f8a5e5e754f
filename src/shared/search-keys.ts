import { cut, formOf, gramsOf, runCharactersOf, tokensOf, wholeOf, type Token } from './tokens.js';

/** The texts by which an entity is found. */
export interface SearchTexts {
  readonly name: string;
  readonly nameZh: string | undefined;
  readonly aliases: readonly string[];
  readonly summaries: readonly string[];
}

/** What an entity carries to be found by; the full-text index takes the texts' terms as they are, parted by spaces. */
export interface SearchKeys {
  /** The folded words of the English name, the Chinese name (the English one again where there is none), each alias. */
  readonly searchNames: readonly string[];
  /** Each of them as one term without spaces. */
  readonly searchWholes: string;
  /** The words of the names, two neighbours also as one, and pairs and single characters of Chinese. */
  readonly searchWords: string;
  /** The words of the summaries, two neighbours also as one, and pairs of Chinese characters. */
  readonly searchSummary: string;
}

/** The keys of an entity. */
export function searchKeys({ name, nameZh = name, aliases, summaries }: SearchTexts): SearchKeys {
  const names = [name, nameZh, ...aliases].map(tokensOf);
  return {
    searchNames: names.map(formOf),
    searchWholes: [...new Set(names.map(wholeOf))].join(' '),
    searchWords: phrases(names.map(nameTerms)),
    searchSummary: phrases(summaries.map((summary) => summaryTerms(tokensOf(summary)))),
  };
}

// The pairs of a name with Chinese in it go across its words, so that `I绘` is found in `AI绘画`.
function nameTerms(tokens: readonly Token[]): string {
  const words = tokens.filter(({ isRun }) => !isRun).map(({ text }) => text);
  const whole = wholeOf(tokens);
  const terms = new Set([...words, ...neighbours(words), whole]);
  return phrases([[...terms].join(' '), gramsOf(whole).join(' '), runCharactersOf(whole).join(' ')]);
}

function summaryTerms(tokens: readonly Token[]): string {
  const words = tokens.filter(({ isRun }) => !isRun).map(({ text }) => text);
  const runs = tokens.filter(({ isRun }) => isRun).map(({ text }) => gramsOf(text).join(' '));
  return phrases([[...new Set([...words, ...neighbours(words)])].join(' '), ...runs]);
}

// The stroke keeps apart what may not be read as one phrase; no term is equal to it.
function phrases(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join(' | ');
}

// Whoever writes `DALL-E` as one word means these two.
function neighbours(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => cut(`${words[index] ?? ''}${word}`));
}
