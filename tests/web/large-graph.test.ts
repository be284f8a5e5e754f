import { expect, it } from 'vitest';
import { isSharedMachine } from '../setup/shared-machine.js';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { largeGraph } from './large-graph.js';
import { servePages } from './pages.js';

const order = 10_000;
/** Both leave much room for machines without a graphics card, and for others at work on them. */
const mostMsToDraw = 30_000;
const mostMsToMove = 30_000;

describeInBrowser('a graph of ten thousand entities', () => {
  const browser = startBrowser();
  const pages = servePages();

  it.skipIf(isSharedMachine)('is drawn within seconds and can be moved', async () => {
    const visited = await browser.visit(pages.address('/?view=chain'));
    const { page } = visited;
    const body = JSON.stringify(largeGraph(order));
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query WholeGraph') === true
        ? route.fulfill({ contentType: 'application/json', body })
        : route.continue(),
    );
    const asked = Date.now();
    await page.locator('nav a').first().click();
    await page.locator('.legend').waitFor();
    const drawnMs = Date.now() - asked;
    expect(await page.locator('.canvas').getAttribute('aria-label')).toContain(String(order));
    await page.locator('.canvas').focus();
    const moved = Date.now();
    for (const key of ['ArrowRight', 'ArrowDown', '+', 'ArrowLeft', 'ArrowUp', '-']) {
      await page.keyboard.press(key);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    }
    const movedMs = Date.now() - moved;
    console.info(`Ten thousand entities: drawn in ${drawnMs} ms, six moves in ${movedMs} ms.`);
    expect(drawnMs).toBeLessThan(mostMsToDraw);
    expect(movedMs).toBeLessThan(mostMsToMove);
    await leave(visited);
  });
});
