import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { takeStableScreenshot } from './stable-screenshot.js';
import { createTranslator } from './translator.js';

/** Tests keyboard operation of the explorer in one language. */
export function describeKeyboard(language: Language): void {
  describeInBrowser(`the keyboard in the explorer in ${language}`, () => {
    const baidu = language === 'zh' ? '百度' : 'Baidu';
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

    it.each([
      ['paths', 'to'],
      ['between', 'entity'],
      ['similar', null],
    ] as const)('moves the focus in the view %s to the next field, then to the chosen entity', async (view, next) => {
      const page = getPage();
      await page.goto(pages.address(`/?view=${view}`));
      await page.locator('.chosen').getByRole('combobox').first().focus();
      await chooseByKeys(page, 'baidu', 'Company:baidu');
      if (next !== null) {
        await expect.poll(() => focusedLabel(page)).toBe(translate(next));
        await chooseByKeys(page, 'openai', 'Company:openai');
      }
      if (view === 'between') await expect.poll(() => focusedLabel(page)).toBe(translate('add'));
      else await expect.poll(() => focusedId(page)).toBe(next === null ? 'Company:baidu' : 'Company:openai');
    });

    it('moves the focus to a remaining entity or field after a removal', async () => {
      const page = getPage();
      await page.goto(pages.address('/?view=paths&ids=Company:baidu,Company:openai'));
      const remove = (name: string) => page.getByRole('button', { name: translate('remove', { name }) });
      await remove(baidu).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.search.includes('baidu'));
      await expect.poll(() => focusedLabel(page)).toBe(translate('remove', { name: 'OpenAI' }));
      await page.keyboard.press('Enter');
      await expect.poll(() => focusedLabel(page)).toBe(translate('from'));
    });
  });
}

/** Types a name into the focused field, and chooses the first suggestion for it by Enter, even before it is shown. */
async function chooseByKeys(page: Page, text: string, id: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.search.includes(id));
}

/** The text of the label of the focused field, or the name of the focused button. */
async function focusedLabel(page: Page): Promise<string | null> {
  return page.evaluate('document.activeElement.labels?.[0]?.textContent ?? document.activeElement.ariaLabel');
}

/** The id of the entity whose name has the focus. */
async function focusedId(page: Page): Promise<string | null> {
  return page.evaluate('document.activeElement.dataset.id');
}
