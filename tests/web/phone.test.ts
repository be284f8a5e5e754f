import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';

const views = ['graph', 'landscape', 'places', 'chain', 'timeline', 'paths', 'between', 'similar'] as const;

describeInBrowser.each(['en', 'zh'] as const)('on a phone in %s', (language) => {
  const browser = startBrowser();
  const pages = servePages();
  const say = wordsOf(language);

  it.each(views)('the menu leads to %s, which is no wider than the window', async (view) => {
    const start = view === 'graph' ? '/?view=chain' : '/';
    const visited = await browser.visit(pages.address(start), { language, isPhone: true });
    const { page } = visited;
    await page.getByRole('button', { name: say('menu') }).click();
    await page.getByRole('link', { name: say(`view.${view}`), exact: true }).click();
    await page.waitForURL(view === 'graph' ? (url) => url.search === '' : `**/?view=${view}`);
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await leave(visited);
  });
});
