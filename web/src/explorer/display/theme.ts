import { computed, effect, signal } from '@preact/signals';

/** The theme setting; `auto` follows the system. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(systemDark.matches);
systemDark.addEventListener('change', () => (systemIsDark.value = systemDark.matches));

const choice = signal<ThemeChoice>(initialChoice());

/** The theme of the explorer. */
export const theme = {
  chosen: choice,
  isDark: computed(() => (choice.value === 'auto' ? systemIsDark.value : choice.value === 'dark')),
};

/** Switches the theme and stores the choice in the browser. */
export function chooseTheme(newChoice: ThemeChoice): void {
  choice.value = newChoice;
  localStorage.setItem('atlas.theme', newChoice);
}

effect(() => {
  document.documentElement.dataset['theme'] = theme.isDark.value ? 'dark' : 'light';
});

function initialChoice(): ThemeChoice {
  const stored = localStorage.getItem('atlas.theme');
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}
