const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Particles and conjunctions (of, and, with, or, in, is), which are dropped. */
const particle = /^[的了和与及或在是]$/;

/** Splits an unbroken run by the dictionary of Intl.Segmenter; unknown words are split into single characters. */
export function segmentsOf(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/**
 * Splits an unbroken run into words. Adjacent single characters form one word, because the dictionary does not contain
 * every name. A single character between two words is dropped: it belongs to one of them or is a particle. A run
 * without a word of two characters is one word.
 */
export function chineseWords(run: string): string[] {
  const spaced = segmentsOf(run).map((segment) => {
    if (particle.test(segment)) return ' ';
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
