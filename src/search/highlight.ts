import { normalizeText, tokensOf, type Token } from '../shared/tokens.js';
import { hasAtMostOneError } from './typing-error.js';
import { isFuzzy, minFuzzyLength, minPrefixLength, type SearchTerms, type Word } from './search-terms.js';

/** The texts of a search result in which matches are highlighted. */
export interface HighlightTexts {
  readonly name: string;
  readonly nameZh: string | null;
  readonly aliases: readonly string[] | null;
  readonly summary: string | null;
  readonly summaryZh: string | null;
  readonly wordings: readonly string[] | null;
}

/** A range of UTF-16 indexes in a text; the end is exclusive. */
type Range = readonly [start: number, end: number];

/** Maximum length of an excerpt, and of the part of it before the first match, in UTF-16 units. */
const maxExcerptLength = 160;
const maxLeadLength = 60;

/** Returns the distinct names, aliases, summaries and wordings of the article that match, with each match between « and ». */
export function highlights(texts: HighlightTexts, terms: SearchTerms): string[] {
  const names = [texts.name, texts.nameZh, ...(texts.aliases ?? [])];
  const summaries = [texts.summary, texts.summaryZh, ...(texts.wordings ?? [])];
  const highlightedTexts = [
    ...names.map((name) => highlight(name, terms, findNameRanges)),
    ...summaries.map((summary) => highlight(summary, terms, findSummaryRanges)),
  ];
  return [...new Set(highlightedTexts.filter((text) => text !== undefined))];
}

type FindRanges = (tokens: readonly Token[], terms: SearchTerms) => Range[];

function highlight(text: string | null, terms: SearchTerms, findRanges: FindRanges): string | undefined {
  if (text === null) return undefined;
  const normalizedText = normalizeText(text);
  const ranges = mergeRanges(findRanges(tokensOf(normalizedText), terms));
  return ranges.length === 0 ? undefined : formatExcerpt(normalizedText, ranges);
}

// First compares the full name without spaces and punctuation, then its words.
function findNameRanges(tokens: readonly Token[], terms: SearchTerms): Range[] {
  const { compactForm, containedNames } = terms;
  const text = tokens.map((token) => token.text).join('');
  if (text === compactForm || containedNames.includes(text)) return toRange(tokens, 0, text.length);
  const startIndex = terms.tokens.some(({ isRun }) => isRun) ? text.indexOf(compactForm) : -1;
  if (startIndex >= 0) return toRange(tokens, startIndex, compactForm.length);
  const isFuzzyMatch = Array.from(compactForm).length >= minFuzzyLength && hasAtMostOneError(text, compactForm);
  return isFuzzyMatch ? toRange(tokens, 0, text.length) : findWordRanges(tokens, terms);
}

function findWordRanges(tokens: readonly Token[], terms: SearchTerms): Range[] {
  const compactWord = terms.spacedForm === terms.compactForm ? [] : [{ isRun: false, text: terms.compactForm }];
  return [...terms.words, ...compactWord].flatMap((word) => {
    return tokens.flatMap((token, index) => {
      if (word.isRun) return token.isRun ? findOccurrences(token, word.text) : [];
      return token.isRun ? [] : findPrefix(tokens.slice(index, index + 2), word);
    });
  });
}

function findOccurrences(token: Token, text: string): Range[] {
  const ranges: Range[] = [];
  for (let offset = token.text.indexOf(text); offset >= 0; offset = token.text.indexOf(text, offset + 1)) {
    ranges.push(...toRange([token], offset, text.length));
  }
  return ranges;
}

// A word of one or two letters must be equal to a word of the summary, because it is a prefix of too many.
function findSummaryRanges(tokens: readonly Token[], terms: SearchTerms): Range[] {
  const isShort = ({ isRun, text }: Word): boolean => !isRun && text.length < minPrefixLength;
  const equalTokens = tokens.filter((token) => terms.words.some((word) => isShort(word) && word.text === token.text));
  const longTerms = { ...terms, words: terms.words.filter((word) => !isShort(word)) };
  return [
    ...equalTokens.flatMap((token) => toRange([token], 0, token.text.length)),
    ...findWordRanges(tokens, longTerms),
  ];
}

// Matches a prefix of the first token, both tokens as one word, or the first token with one typing error.
function findPrefix(pair: readonly Token[], word: Word): Range[] {
  const [token, next] = pair;
  if (!token) return [];
  if (token.text.startsWith(word.text)) return toRange(pair, 0, word.text.length);
  if (next && !next.isRun && `${token.text}${next.text}` === word.text) return toRange(pair, 0, word.text.length);
  return isFuzzy(word) && hasAtMostOneError(token.text, word.text) ? toRange([token], 0, token.text.length) : [];
}

// Converts a range of the folded text into the range of the original text.
function toRange(tokens: readonly Token[], from: number, length: number): Range[] {
  let offset = 0;
  const coveredCharacters = tokens.flatMap(({ characters }) =>
    characters.filter(({ text }) => {
      const start = offset;
      offset += text.length;
      return start >= from && start < from + length;
    }),
  );
  const [first, last] = [coveredCharacters[0], coveredCharacters.at(-1)];
  return first && last ? [[first.start, last.end]] : [];
}

function mergeRanges(ranges: readonly Range[]): Range[] {
  const mergedRanges: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = mergedRanges.at(-1);
    if (last && start <= last[1]) mergedRanges[mergedRanges.length - 1] = [last[0], Math.max(last[1], end)];
    else mergedRanges.push([start, end]);
  }
  return mergedRanges;
}

function formatExcerpt(text: string, ranges: readonly Range[]): string {
  const [from, to] = findExcerpt(text, ranges);
  let marked = from > 0 ? '…' : '';
  let offset = from;
  for (const [start, end] of ranges.filter((range) => range[1] <= to)) {
    marked += `${text.slice(offset, start)}«${text.slice(start, end)}»`;
    offset = end;
  }
  return `${marked}${text.slice(offset, to)}${to < text.length ? '…' : ''}`;
}

function findExcerpt(text: string, ranges: readonly Range[]): Range {
  const [start, end] = ranges[0] ?? [0, 0];
  if (text.length <= maxExcerptLength) return [0, text.length];
  const from = Math.max(0, Math.min(start - maxLeadLength, text.length - maxExcerptLength));
  return [from, Math.max(end, Math.min(from + maxExcerptLength, text.length))];
}
