import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import type { Language } from '../generated/graphql.js';
import { readOff } from './read-off.js';

/** A text in English and in Chinese, either of which may be missing; or, where no language was asked for, the one there is. */
export type Localized = string | null | readonly [en: string | null, zh: string | null];

type LocalizedRow<K extends string> = Readonly<Record<K, Localized>>;

interface InLanguage {
  readonly lang: Language;
}

/** A resolver for a text in the language asked for, falling back to the other; null where there is neither. */
export function text<K extends string>(key: K) {
  return readOff(
    key,
    (row: LocalizedRow<K>, { lang }: InLanguage, context: Context, info: GraphQLResolveInfo): string | null =>
      inLanguage(context.value(row, key, info), lang),
  );
}

/** The same for a text that every row has in one language at least. */
export function requiredText<K extends string>(key: K) {
  return readOff(
    key,
    (row: LocalizedRow<K>, { lang }: InLanguage, context: Context, info: GraphQLResolveInfo): string =>
      inLanguage(context.value(row, key, info), lang) ?? '',
  );
}

/** A text in a language, in the other one where that is missing; null where there is neither. */
export function inLanguage(text: Localized, lang: Language): string | null {
  if (typeof text === 'string' || text === null) return text;
  const [en, zh] = text;
  return lang === 'ZH' ? (zh ?? en) : (en ?? zh);
}
