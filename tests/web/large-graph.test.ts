import { expect, it } from 'vitest';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';
import { serveLargeGraph } from './large-graph.js';
import { servePages } from './pages.js';
import { takeStableScreenshot } from './stable-screenshot.js';

const entityCount = 1_000;

describeInBrowser('a graph of a thousand entities', () => {
  const browser = startBrowser();
  const pages = servePages();

  // The long test measures ten thousand entities.
  it('is drawn completely and can be moved', async () => {
    const visit = await browser.visit(pages.address('/?view=chain'));
    const { page } = visit;
    await serveLargeGraph(page, entityCount);
    await page.locator('nav a').first().click();
    await page.locator('.legend').waitFor();
    expect(await page.locator('.canvas').getAttribute('aria-label')).toContain(String(entityCount));
    await page.locator('.canvas').focus();
    const screenshotBefore = await takeStableScreenshot(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await takeStableScreenshot(page)).equals(screenshotBefore)).toBe(false);
    await closeVisit(visit);
  });
});
