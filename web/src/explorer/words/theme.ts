import { computed, effect, signal } from '@preact/signals';

/** The theme setting; `auto` follows the system. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(systemDark.matches);
systemDark.addEventListener('change', () => (systemIsDark.value = systemDark.matches));

const chosen = signal<ThemeChoice>(firstChoice());

/** The theme of the explorer. */
export const theme = {
  chosen,
  isDark: computed(() => (chosen.value === 'auto' ? systemIsDark.value : chosen.value === 'dark')),
};

/** Switches the theme and stores the choice in the browser. */
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
