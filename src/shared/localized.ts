import type { Language } from '../generated/graphql.js';

/** A text in English and in Chinese; either may be missing. */
export type Localized = readonly [en: string | null, zh: string | null];

type LocalizedRow<K extends string> = Readonly<Record<K, Localized>>;

/** A resolver for a text in the language asked for, falling back to the other; null where there is neither. */
export function text<K extends string>(key: K) {
  return (row: LocalizedRow<K>, { lang }: { lang: Language }): string | null => inLanguage(row[key], lang);
}

/** The same for a text that every row has in one language at least. */
export function requiredText<K extends string>(key: K) {
  return (row: LocalizedRow<K>, { lang }: { lang: Language }): string => inLanguage(row[key], lang) ?? '';
}

function inLanguage([en, zh]: Localized, lang: Language): string | null {
  return lang === 'ZH' ? (zh ?? en) : (en ?? zh);
}
