import type { JSX } from 'preact';
import { go, here, open, rewriteAddress } from '../place/here.js';
import { model } from '../model/served-model.js';
import { capitalized, typeWord } from '../words/kinds.js';
import { chooseLanguage, hasChoice, language } from '../words/language.js';
import { say } from '../words/say.js';
import { chooseTheme, theme, type ThemeChoice } from '../words/theme.js';
import { EntityPicker } from './entity-picker.js';
import { isNavOpen } from './side-nav.js';

const themes: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
const themeSigns: Readonly<Record<ThemeChoice, string>> = { auto: '◐', light: '☀', dark: '☾' };

/** The header of every page: title, search, language switch and theme switch. */
export function Header(): JSX.Element {
  return (
    <header class="head">
      <MenuButton />
      <a class="brand" href="./" aria-label="AIGC Atlas" onClick={goHome}>
        <img src="icon.svg" alt="" width="28" height="28" />
        <span>{say('title')}</span>
      </a>
      <div class="head-search" role="search">
        <EntityPicker
          label={say('search')}
          isLabelShown={false}
          placeholder={searchHint()}
          onPick={({ id }) => go({ node: id })}
          onText={(text) => open({ view: 'search', text })}
        />
      </div>
      <a class="button head-link" href="playground">
        {say('playground')}
      </a>
      {hasChoice.value && <LanguageSwitch />}
      <ThemeSwitch />
    </header>
  );
}

/** The placeholder of the search field: the names of the first three types. */
function searchHint(): string {
  const words = model.value.types.slice(0, 3).map((type) => typeWord(type));
  return capitalized(say('search.hint', { words: words.join(say('comma')) }));
}

function MenuButton(): JSX.Element {
  const toggle = (): void => {
    isNavOpen.value = !isNavOpen.value;
  };
  return (
    <button
      type="button"
      class="menu-button"
      aria-expanded={isNavOpen.value}
      aria-controls="nav"
      aria-label={say('menu')}
      onClick={toggle}
    >
      ☰
    </button>
  );
}

function goHome(event: MouseEvent): void {
  event.preventDefault();
  open({ off: [], pinned: [], table: here.value.table });
}

function LanguageSwitch(): JSX.Element {
  const other = language.code.value === 'zh' ? 'en' : 'zh';
  const change = (): void => {
    chooseLanguage(other);
    rewriteAddress();
  };
  return (
    <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} title={say('language.label')} onClick={change}>
      {say('language')}
    </button>
  );
}

function ThemeSwitch(): JSX.Element {
  const chosen = theme.chosen.value;
  const next = themes[(themes.indexOf(chosen) + 1) % themes.length] ?? 'auto';
  const label = say(`theme.${chosen}`);
  return (
    <button type="button" class="theme" aria-label={label} title={label} onClick={() => chooseTheme(next)}>
      {themeSigns[chosen]}
    </button>
  );
}
