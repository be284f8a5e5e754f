import { computed, effect, signal } from '@preact/signals';

/** Light, dark, or as the system has it. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(systemDark.matches);
systemDark.addEventListener('change', () => (systemIsDark.value = systemDark.matches));

const chosen = signal<ThemeChoice>(firstChoice());

/** How the pages are coloured. */
export const theme = {
  chosen,
  isDark: computed(() => (chosen.value === 'auto' ? systemIsDark.value : chosen.value === 'dark')),
};

/** Chooses the colouring and remembers it. */
export function chooseTheme(choice: ThemeChoice): void {
  chosen.value = choice;
  localStorage.setItem('atlas.theme', choice);
}

effect(() => {
  document.documentElement.dataset['theme'] = theme.isDark.value ? 'dark' : 'light';
});

function firstChoice(): ThemeChoice {
  const kept = localStorage.getItem('atlas.theme');
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}
