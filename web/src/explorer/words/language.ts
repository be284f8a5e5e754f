import { computed, signal } from '@preact/signals';
import { isModelKnown, model } from '../model/served-model.js';

/** The languages of the interface. */
export type LanguageCode = 'en' | 'zh';

const chosen = signal<LanguageCode | null>(firstChoice());

/** Whether the interface offers both languages: if the model has Chinese, or is not loaded yet. */
export const hasChoice = computed(() => !isModelKnown.value || model.value.languages.includes('ZH'));

const code = computed<LanguageCode>(() => {
  if (!hasChoice.value) return 'en';
  return chosen.value ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
});

/** The language of the interface: from the URL or the reader's choice, else the browser's, if the model supports it. */
export const language = {
  chosen,
  code,
  /** The current language as a value of the API's enum `Language`. */
  api: computed<'EN' | 'ZH'>(() => (isModelKnown.value && code.value === 'zh' ? 'ZH' : 'EN')),
};

/** Switches the language and stores the choice in the browser. */
export function chooseLanguage(choice: LanguageCode): void {
  chosen.value = choice;
  localStorage.setItem('atlas.language', choice);
}

function firstChoice(): LanguageCode | null {
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('atlas.language');
  return wanted === 'en' || wanted === 'zh' ? wanted : null;
}
