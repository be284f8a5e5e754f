import { placedText, tokensOf, type Token } from '../shared/tokens.js';
import { hasOneError } from './one-error.js';
import { isForgiving, leastForgiving, leastPrefix, type Wanted, type Word } from './wanted.js';

/** The texts of a search result in which matches are highlighted. */
export interface FoundTexts {
  readonly name: string;
  readonly nameZh: string | null;
  readonly aliases: readonly string[] | null;
  readonly summary: string | null;
  readonly summaryZh: string | null;
}

/** A range of UTF-16 indexes in a text; the end is exclusive. */
type Range = readonly [start: number, end: number];

/** Maximum length of an excerpt, and of the part of it before the first match, in UTF-16 units. */
const mostShown = 160;
const mostBefore = 60;

/** Returns the distinct names, aliases and summaries that match, with each match between « and ». */
export function highlights(texts: FoundTexts, wanted: Wanted): string[] {
  const names = [texts.name, texts.nameZh, ...(texts.aliases ?? [])];
  const summaries = [texts.summary, texts.summaryZh];
  const marked = [
    ...names.map((name) => highlight(name, wanted, nameRanges)),
    ...summaries.map((summary) => highlight(summary, wanted, summaryRanges)),
  ];
  return [...new Set(marked.filter((text) => text !== undefined))];
}

type FindRanges = (tokens: readonly Token[], wanted: Wanted) => Range[];

function highlight(text: string | null, wanted: Wanted, find: FindRanges): string | undefined {
  if (text === null) return undefined;
  const placed = placedText(text);
  const ranges = merged(find(tokensOf(placed), wanted));
  return ranges.length === 0 ? undefined : shown(placed, ranges);
}

// First compares the full name without spaces and punctuation, then its words.
function nameRanges(tokens: readonly Token[], wanted: Wanted): Range[] {
  const { whole, contained } = wanted;
  const text = tokens.map((token) => token.text).join('');
  if (text === whole || contained.includes(text)) return rangeOf(tokens, 0, text.length);
  const within = wanted.tokens.some(({ isRun }) => isRun) ? text.indexOf(whole) : -1;
  if (within >= 0) return rangeOf(tokens, within, whole.length);
  const near = Array.from(whole).length >= leastForgiving && hasOneError(text, whole);
  return near ? rangeOf(tokens, 0, text.length) : wordRanges(tokens, wanted);
}

function wordRanges(tokens: readonly Token[], wanted: Wanted): Range[] {
  const joined = wanted.form === wanted.whole ? [] : [{ isRun: false, text: wanted.whole }];
  return [...wanted.words, ...joined].flatMap((word) => {
    return tokens.flatMap((token, place) => {
      if (word.isRun) return token.isRun ? occurrences(token, word.text) : [];
      return token.isRun ? [] : beginning(tokens.slice(place, place + 2), word);
    });
  });
}

function occurrences(token: Token, text: string): Range[] {
  const found: Range[] = [];
  for (let at = token.text.indexOf(text); at >= 0; at = token.text.indexOf(text, at + 1)) {
    found.push(...rangeOf([token], at, text.length));
  }
  return found;
}

// A word of one or two letters must be equal to a word of the summary, because it is a prefix of too many.
function summaryRanges(tokens: readonly Token[], wanted: Wanted): Range[] {
  const short = ({ isRun, text }: Word): boolean => !isRun && text.length < leastPrefix;
  const equal = tokens.filter((token) => wanted.words.some((word) => short(word) && word.text === token.text));
  const others = { ...wanted, words: wanted.words.filter((word) => !short(word)) };
  return [...equal.flatMap((token) => rangeOf([token], 0, token.text.length)), ...wordRanges(tokens, others)];
}

// Matches a prefix of the first token, both tokens as one word, or the first token with one typing error.
function beginning(pair: readonly Token[], word: Word): Range[] {
  const [token, next] = pair;
  if (!token) return [];
  if (token.text.startsWith(word.text)) return rangeOf(pair, 0, word.text.length);
  if (next && !next.isRun && `${token.text}${next.text}` === word.text) return rangeOf(pair, 0, word.text.length);
  return isForgiving(word) && hasOneError(token.text, word.text) ? rangeOf([token], 0, token.text.length) : [];
}

// Converts a range of the folded text into the range of the original text.
function rangeOf(tokens: readonly Token[], from: number, length: number): Range[] {
  let at = 0;
  const inside = tokens.flatMap(({ characters }) =>
    characters.filter(({ text }) => {
      const start = at;
      at += text.length;
      return start >= from && start < from + length;
    }),
  );
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? [[first.start, last.end]] : [];
}

function merged(ranges: readonly Range[]): Range[] {
  const apart: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = apart.at(-1);
    if (last && start <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
    else apart.push([start, end]);
  }
  return apart;
}

function shown(text: string, ranges: readonly Range[]): string {
  const [from, to] = excerpt(text, ranges);
  let marked = from > 0 ? '…' : '';
  let at = from;
  for (const [start, end] of ranges.filter((range) => range[1] <= to)) {
    marked += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return `${marked}${text.slice(at, to)}${to < text.length ? '…' : ''}`;
}

function excerpt(text: string, ranges: readonly Range[]): Range {
  const [start, end] = ranges[0] ?? [0, 0];
  if (text.length <= mostShown) return [0, text.length];
  const from = Math.max(0, Math.min(start - mostBefore, text.length - mostShown));
  return [from, Math.max(end, Math.min(from + mostShown, text.length))];
}
