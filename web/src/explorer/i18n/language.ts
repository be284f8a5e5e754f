import { computed, signal } from '@preact/signals';
import { isModelLoaded, model } from '../model/served-model.js';

/** The languages of the interface. */
export type LanguageCode = 'en' | 'zh';

const choice = signal<LanguageCode | null>(initialChoice());

/** Whether the interface offers both languages: if the model has Chinese, or is not loaded yet. */
export const isBilingual = computed(() => !isModelLoaded.value || model.value.languages.includes('ZH'));

const code = computed<LanguageCode>(() => {
  if (!isBilingual.value) return 'en';
  return choice.value ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
});

/** The language of the interface: from the URL or the reader's choice, else the browser's, if the model supports it. */
export const language = {
  chosen: choice,
  code,
  /** The current language as a value of the API's enum `Language`. */
  api: computed<'EN' | 'ZH'>(() => (isModelLoaded.value && code.value === 'zh' ? 'ZH' : 'EN')),
};

/** Switches the language and stores the choice in the browser. */
export function chooseLanguage(newChoice: LanguageCode): void {
  choice.value = newChoice;
  localStorage.setItem('atlas.language', newChoice);
}

function initialChoice(): LanguageCode | null {
  const requested = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('atlas.language');
  return requested === 'en' || requested === 'zh' ? requested : null;
}
