import { model } from '../model/served-model.js';
import { en, type TextKey } from './en.js';
import { language } from './language.js';
import { zh } from './zh.js';

/** The interface text for a key in the current language, with its `{placeholders}` replaced. */
export function translate(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = language.code.value === 'zh' ? zh[key] : en[key];
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

/** The name in the current language. */
export function nameOf({ en: english, zh: chinese }: { readonly en: string; readonly zh: string }): string {
  return language.code.value === 'zh' ? chinese : english;
}

/** The name of the atlas in the current language. */
export function atlasName(): string {
  return nameOf({ en: model.value.name, zh: model.value.nameZh });
}
