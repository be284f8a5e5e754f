const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Characters that join words and name nothing: of, and, with, or, in, is. */
const particle = /^[的了和与及或在是]$/;

/** The pieces into which the dictionary cuts an unbroken run; what it does not know becomes single characters. */
export function segmentsOf(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/**
 * The words of an unbroken run. Neighbouring single characters are one word, because the dictionary does not know every
 * name. A single character between two words is left out: it belongs to one of them or is grammar. A run without a word
 * of two characters is one word.
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
