import { projectModel } from '../../src/model/project-model.js';
import { en, type Word } from '../../web/src/explorer/words/en.js';
import { zh } from '../../web/src/explorer/words/zh.js';

/** Keys of the titles of the views, which come from the model. */
type ViewTitle = 'view.landscape' | 'view.places' | 'view.chain' | 'view.timeline';

type Say = (word: Word | ViewTitle, values?: Readonly<Record<string, string>>) => string;

/** Returns a function that looks up a text of the pages in a language, and inserts values. */
export function wordsOf(language: 'en' | 'zh'): Say {
  const texts: Readonly<Record<string, string>> = { ...(language === 'zh' ? zh : en), ...viewTitles(language) };
  return (word, values = {}) => {
    const text = texts[word];
    if (text === undefined) throw new Error(`The pages have no text with the key ${word}.`);
    return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  };
}

function viewTitles(language: 'en' | 'zh'): Readonly<Record<string, string>> {
  const { views } = projectModel();
  return Object.fromEntries(
    views.map(({ kind, title }) => [`view.${kind.toLowerCase()}`, title[language] ?? ''] as const),
  );
}
