import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';

/** Each view of the menu, with what it shows. */
export const everyView = [
  ['landscape', '.landscape-item'],
  ['places', '.place'],
  ['chain', '.chain-box'],
  ['timeline', '.timeline-box'],
  ['graph', '.legend'],
  ['paths', 'aside .panel'],
  ['between', 'aside .panel'],
  ['similar', 'aside .panel'],
] as const;

/** The menu and these views on a narrow window, in this language, one after another on the same page. */
export function describePhone(language: Language, views: readonly (typeof everyView)[number][]): void {
  describeInBrowser(`on a phone in ${language}`, () => {
    const say = wordsOf(language);
    const browser = startBrowser();
    const pages = servePages();
    const open = browser.stay(() => pages.address('/?view=chain'), { language, isPhone: true });

    it.each(views)('the menu leads to %s, which is no wider than the window', async (view, part) => {
      const page = open();
      await page.getByRole('button', { name: say('menu') }).click();
      await page.getByRole('link', { name: say(`view.${view}`), exact: true }).click();
      await page.waitForURL(view === 'graph' ? (url) => url.search === '' : `**/?view=${view}`);
      await page.locator(part).first().waitFor();
      expect(await page.locator('nav').isVisible()).toBe(false);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    });
  });
}
