import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { createTranslator } from './translator.js';

/** The views of the menu, each with a selector of its content. */
export const allViews = [
  ['landscape', '.landscape-item'],
  ['places', '.place'],
  ['chain', '.chain-box'],
  ['timeline', '.timeline-box'],
  ['graph', '.legend'],
  ['paths', 'aside .panel'],
  ['between', 'aside .panel'],
  ['similar', 'aside .panel'],
] as const;

/** Tests the menu and some views in a narrow window in one language, one after another on the same page. */
export function describePhone(language: Language, views: readonly (typeof allViews)[number][]): void {
  describeInBrowser(`the menu on a phone in ${language}`, () => {
    const translate = createTranslator(language);
    const browser = startBrowser();
    const pages = servePages();
    const getPage = browser.openForSuite(() => pages.address('/?view=chain'), { language, isPhone: true });

    it.each(views)('opens the view %s, which is as wide as the window', async (view, selector) => {
      const page = getPage();
      await page.getByRole('button', { name: translate('menu') }).click();
      await page.getByRole('link', { name: translate(`view.${view}`), exact: true }).click();
      await page.waitForURL(view === 'graph' ? (url) => url.search === '' : `**/?view=${view}`);
      await page.locator(selector).first().waitFor();
      expect(await page.locator('nav').isVisible()).toBe(false);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    });
  });
}
