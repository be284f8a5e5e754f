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

/** Counts the lines of each type and of each number of relations in the table. */
const countLines = `
  [...document.querySelectorAll('.table th + th, .table td + td')].map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
  })
`;

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

/** Tests the buttons and the table of the graph in a narrow window in one language. */
export function describePhoneGraph(language: Language): void {
  describeInBrowser(`the graph on a phone in ${language}`, () => {
    const translate = createTranslator(language);
    const browser = startBrowser();
    const pages = servePages();
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), { language, isPhone: true });

    it('shows every button of a result within the window', async () => {
      const page = getPage();
      await page.goto(pages.address('/?view=paths&ids=Company:baidu,Domain:music'));
      await page.getByRole('button', { name: translate('onlyAnswer') }).waitFor();
      await page.locator('.toolbar .menu summary').click();
      for (const element of await page.locator('.toolbar').locator('button, a, summary').all()) {
        const { x, width } = (await element.boundingBox()) ?? { x: NaN, width: NaN };
        expect([await element.innerText(), x >= 0 && x + width <= 390]).toEqual([await element.innerText(), true]);
      }
    });

    it('shows the type of an entity in the table in one line', async () => {
      const page = getPage();
      await page.goto(pages.address('/?table=1'));
      await page.locator('.table tbody tr').first().waitFor();
      const lineCounts: readonly number[] = await page.evaluate(countLines);
      expect(new Set(lineCounts)).toEqual(new Set([1]));
    });
  });
}
