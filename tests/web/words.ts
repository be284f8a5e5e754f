import { en, type Word } from '../../web/src/explorer/words/en.js';
import { zh } from '../../web/src/explorer/words/zh.js';

/** The texts of the interface in a language, as a reader finds them on the page. */
export function wordsOf(language: 'en' | 'zh'): (word: Word, values?: Readonly<Record<string, string>>) => string {
  const texts: Readonly<Record<Word, string>> = language === 'zh' ? zh : en;
  return (word, values = {}) => texts[word].replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
