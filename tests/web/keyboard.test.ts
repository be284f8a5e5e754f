import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';

describeInBrowser.each(['en', 'zh'] as const)('the keyboard alone, in %s,', (language) => {
  const say = wordsOf(language);
  const browser = startBrowser();
  const pages = servePages();

  it('skips to the content, then steers the picture', async () => {
    const visited = await browser.visit(pages.address('/'), { language });
    const { page } = visited;
    await page.locator('.legend').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(say('skip'));
    await page.keyboard.press('Enter');
    await page.locator('.canvas').focus();
    const before = await page.locator('.canvas').screenshot();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(300);
    expect((await page.locator('.canvas').screenshot()).equals(before)).toBe(false);
    await leave(visited);
  });

  it('walks suggestions and closes them', async () => {
    const visited = await browser.visit(pages.address('/'), { language });
    const { page } = visited;
    const field = page.getByRole('combobox', { name: say('search') });
    await field.focus();
    await page.keyboard.type('open');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await leave(visited);
  });
});
