import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { takeStableScreenshot } from './stable-screenshot.js';
import { createTranslator } from './translator.js';

/** Tests keyboard operation of the explorer in one language. */
export function describeKeyboard(language: Language): void {
  describeInBrowser(`the keyboard in the explorer in ${language}`, () => {
    const translate = createTranslator(language);
    const browser = startBrowser();
    const pages = servePages();
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), { language });

    it('skips to the content, then moves and zooms the graph', async () => {
      const page = getPage();
      await page.goto(pages.address('/?around=Stage:early-exploration'));
      await page.locator('.legend').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe(translate('skip'));
      await page.keyboard.press('Enter');
      await page.locator('.canvas').focus();
      for (const key of ['+', 'ArrowRight']) {
        const screenshotBefore = await takeStableScreenshot(page);
        await page.keyboard.press(key);
        await expect.poll(async () => (await takeStableScreenshot(page)).equals(screenshotBefore)).toBe(false);
      }
    });

    it('selects and closes suggestions', async () => {
      const page = getPage();
      await page.goto(pages.address('/?view=chain'));
      const field = page.getByRole('combobox', { name: translate('search') });
      await field.focus();
      await page.keyboard.type('open');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await field.getAttribute('aria-activedescendant')).not.toBeNull();
      await page.keyboard.press('Escape');
      expect(await field.getAttribute('aria-expanded')).toBe('false');
    });
  });
}
