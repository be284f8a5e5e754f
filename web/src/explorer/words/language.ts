import { computed, signal } from '@preact/signals';
import { isModelKnown, model } from '../model/served-model.js';

/** The languages of the interface. */
export type LanguageCode = 'en' | 'zh';

const chosen = signal<LanguageCode | null>(firstChoice());

/** Whether the reader can choose: until the model is known it may have both languages. */
export const hasChoice = computed(() => !isModelKnown.value || model.value.languages.includes('ZH'));

const code = computed<LanguageCode>(() => {
  if (!hasChoice.value) return 'en';
  return chosen.value ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
});

/** The language of the interface: what the link or the reader chose, else the browser's, if the model has it. */
export const language = {
  chosen,
  code,
  /** The same, as the API names it. */
  api: computed<'EN' | 'ZH'>(() => (isModelKnown.value && code.value === 'zh' ? 'ZH' : 'EN')),
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
