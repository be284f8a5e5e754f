import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { serveLargeGraph } from './large-graph.js';
import { servePages } from './pages.js';
import { pictureAtRest } from './picture-at-rest.js';

const order = 1_000;

describeInBrowser('a graph of a thousand entities', () => {
  const browser = startBrowser();
  const pages = servePages();

  // The long test measures ten thousand entities.
  it('is drawn completely and can be moved', async () => {
    const visited = await browser.visit(pages.address('/?view=chain'));
    const { page } = visited;
    await serveLargeGraph(page, order);
    await page.locator('nav a').first().click();
    await page.locator('.legend').waitFor();
    expect(await page.locator('.canvas').getAttribute('aria-label')).toContain(String(order));
    await page.locator('.canvas').focus();
    const before = await pictureAtRest(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await pictureAtRest(page)).equals(before)).toBe(false);
    await leave(visited);
  });
});
