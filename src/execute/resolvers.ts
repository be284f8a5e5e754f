import type { GraphQLResolveInfo } from 'graphql';
import { rowKey } from '../compile/decoding.js';
import type { Language } from '../generated/graphql.js';
import type { Context } from './context.js';

/** Resolves a root field: one statement reads the field and its selection. */
export function readRootField<T>(
  _root: unknown,
  _args: unknown,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<T> {
  return context.read<T>(info);
}

/** Resolves a field with arguments from its parent's row: the statement has already applied the arguments. */
export function property<K extends string>(key: K) {
  return <T>(row: Readonly<Record<K, T>>, _args: unknown, _context: Context, info: GraphQLResolveInfo): T =>
    valueOf(row, key, info);
}

/** Returns the value of a field with arguments from its parent's row. */
export function valueOf<K extends string, T>(
  row: Readonly<Record<K, T>>,
  key: K,
  { fieldNodes }: GraphQLResolveInfo,
): T {
  const [node] = fieldNodes;
  return row[(node ? rowKey(node) : key) as K]; // the compiler stores the value for these arguments under this key
}

/**
 * A text in English and Chinese, either of which may be null; a plain string or null if the field has no `lang`
 * argument.
 */
export type Localized = string | null | readonly [en: string | null, zh: string | null];

type LocalizedRow<K extends string> = Readonly<Record<K, Localized>>;

interface LanguageArguments {
  readonly lang: Language;
}

/** Resolves a text in the language of `lang`, or in the other language if it is missing; null if both are missing. */
export function text<K extends string>(key: K) {
  return (
    row: LocalizedRow<K>,
    { lang }: LanguageArguments,
    _context: Context,
    info: GraphQLResolveInfo,
  ): string | null => localize(valueOf(row, key, info), lang);
}

/** Resolves a text that every row has in at least one language. */
export function requiredText<K extends string>(key: K) {
  return (row: LocalizedRow<K>, { lang }: LanguageArguments, _context: Context, info: GraphQLResolveInfo): string =>
    localize(valueOf(row, key, info), lang) ?? '';
}

/** Returns a text in a language, or in the other language if it is missing; null if both are missing. */
export function localize(localized: Localized, lang: Language): string | null {
  if (typeof localized === 'string' || localized === null) return localized;
  const [en, zh] = localized;
  return lang === 'ZH' ? (zh ?? en) : (en ?? zh);
}
