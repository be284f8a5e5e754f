import { projectModel } from '../../src/model/project-model.js';
import { en, type TextKey } from '../../web/src/explorer/i18n/en.js';
import { zh } from '../../web/src/explorer/i18n/zh.js';

/** Keys of the titles of the views, which come from the model. */
type ViewTitle = 'view.landscape' | 'view.places' | 'view.chain' | 'view.timeline';

type Translator = (key: TextKey | ViewTitle, values?: Readonly<Record<string, string>>) => string;

/** Returns a function that looks up a text of the pages in a language, and inserts values. */
export function createTranslator(language: 'en' | 'zh'): Translator {
  const texts: Readonly<Record<string, string>> = { ...(language === 'zh' ? zh : en), ...viewTitles(language) };
  return (key, values = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`The pages have no text with the key ${key}.`);
    return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
  };
}

function viewTitles(language: 'en' | 'zh'): Readonly<Record<string, string>> {
  const { views } = projectModel();
  return Object.fromEntries(
    views.map(({ kind, title }) => [`view.${kind.toLowerCase()}`, title[language] ?? ''] as const),
  );
}
