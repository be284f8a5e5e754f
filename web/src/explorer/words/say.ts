import { en, type Word } from './en.js';
import { language } from './language.js';
import { zh } from './zh.js';

/** The interface text for a key in the current language, with its `{placeholders}` replaced. */
export function say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = language.code.value === 'zh' ? zh[word] : en[word];
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The name in the current language. */
export function nameOf({ en: english, zh: chinese }: { readonly en: string; readonly zh: string }): string {
  return language.code.value === 'zh' ? chinese : english;
}
