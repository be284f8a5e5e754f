import { computed, signal } from '@preact/signals';

/** The languages of the interface. */
export type LanguageCode = 'en' | 'zh';

const chosen = signal<LanguageCode | null>(firstChoice());

const code = computed<LanguageCode>(
  () => chosen.value ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'),
);

/** The language of the interface: what the link or the reader chose, else the browser's. */
export const language = {
  chosen,
  code,
  /** The same, as the API names it. */
  api: computed<'EN' | 'ZH'>(() => (code.value === 'zh' ? 'ZH' : 'EN')),
};

/** Chooses a language and remembers it. */
export function chooseLanguage(choice: LanguageCode): void {
  chosen.value = choice;
  localStorage.setItem('atlas.language', choice);
}

function firstChoice(): LanguageCode | null {
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('atlas.language');
  return wanted === 'en' || wanted === 'zh' ? wanted : null;
}
