import { isConnectingWord } from './connecting-words.js';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Splits an unbroken run by the dictionary of Intl.Segmenter; unknown words are split into single characters. */
export function segmentsOf(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/**
 * Splits an unbroken run into words. Adjacent single characters form one word, because the dictionary does not contain
 * every name. Connecting words are dropped, and a single character between two words, which belongs to one of them. A
 * run without a word of two characters is one word.
 */
export function chineseWords(run: string): string[] {
  const spaced = segmentsOf(run).map((segment) => {
    if (isConnectingWord(segment)) return ' ';
    return isSingle(segment) ? segment : ` ${segment} `;
  });
  const words = spaced
    .join('')
    .split(' ')
    .filter((word) => word !== '' && !isSingle(word));
  return words.length === 0 ? [run] : words;
}

function isSingle(text: string): boolean {
  return Array.from(text).length === 1;
}
