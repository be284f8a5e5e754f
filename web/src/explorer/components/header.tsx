import type { JSX } from 'preact';
import { navigate, currentRoute, openPage, replaceUrl } from '../route/navigation.js';
import { model } from '../model/served-model.js';
import { capitalize, typeLabel } from '../i18n/kinds.js';
import { chooseLanguage, isBilingual, language } from '../i18n/language.js';
import { atlasName, translate } from '../i18n/translate.js';
import { chooseTheme, theme, type ThemeChoice } from '../display/theme.js';
import { EntityPicker } from './entity-picker.js';
import { isNavOpen } from './nav-item.js';

const themes: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
const themeIcons: Readonly<Record<ThemeChoice, string>> = { auto: '◐', light: '☀', dark: '☾' };

/** The header of every page: title, search, language switch and theme switch. */
export function Header(): JSX.Element {
  return (
    <header class="head">
      <MenuButton />
      <a class="brand" href="./" aria-label={atlasName()} onClick={goHome}>
        <img src="icon.svg" alt="" width="28" height="28" />
        <span>{atlasName()}</span>
      </a>
      <div class="head-search" role="search">
        <EntityPicker
          label={translate('search')}
          isLabelShown={false}
          placeholder={searchPlaceholder()}
          onPick={({ id }) => navigate({ node: id })}
          onText={(text) => openPage({ view: 'search', text })}
        />
      </div>
      <a class="button head-link" href="playground">
        {translate('playground')}
      </a>
      {isBilingual.value && <LanguageSwitch />}
      <ThemeSwitch />
    </header>
  );
}

/** The placeholder of the search field: the names of the first three types. */
function searchPlaceholder(): string {
  const typeLabels = model.value.types.slice(0, 3).map((type) => typeLabel(type));
  return capitalize(translate('search.hint', { words: typeLabels.join(translate('comma')) }));
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
      aria-label={translate('menu')}
      onClick={toggle}
    >
      ☰
    </button>
  );
}

function goHome(event: MouseEvent): void {
  event.preventDefault();
  openPage({ off: [], pinned: [], table: currentRoute.value.table });
}

function LanguageSwitch(): JSX.Element {
  const otherLanguage = language.code.value === 'zh' ? 'en' : 'zh';
  const switchLanguage = (): void => {
    chooseLanguage(otherLanguage);
    replaceUrl();
  };
  return (
    <button
      type="button"
      lang={otherLanguage === 'zh' ? 'zh-CN' : 'en'}
      title={translate('language.label')}
      onClick={switchLanguage}
    >
      {translate('language')}
    </button>
  );
}

function ThemeSwitch(): JSX.Element {
  const choice = theme.chosen.value;
  const nextChoice = themes[(themes.indexOf(choice) + 1) % themes.length] ?? 'auto';
  const label = translate(`theme.${choice}`);
  return (
    <button type="button" class="theme" aria-label={label} title={label} onClick={() => chooseTheme(nextChoice)}>
      {themeIcons[choice]}
    </button>
  );
}
