import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';

const say = wordsOf('en');

describeInBrowser('a server that goes away', () => {
  const browser = startBrowser();
  const pages = servePages();

  it('is told of, and the page goes on when it is back', async () => {
    const { page } = await browser.visit(pages.address('/'));
    await page.route('**/graphql', (route) => route.abort('connectionrefused'));
    await page.getByRole('link', { name: say('view.timeline') }).click();
    await page.getByText(say('away.title')).waitFor();
    await page.unroute('**/graphql');
    await page.locator('.stage-box').first().waitFor();
    expect(await page.getByText(say('away.title')).count()).toBe(0);
    await page.context().close();
  });

  it('leaves a plain error and a way to try again when it refuses', async () => {
    const { page } = await browser.visit(pages.address('/'));
    const refusal = JSON.stringify({ errors: [{ message: 'Too much at once.' }] });
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: refusal }),
    );
    await page.getByRole('link', { name: say('view.chain') }).click();
    await page.getByText('Too much at once.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: say('retry') }).click();
    await page.locator('.tier').first().waitFor();
    await page.context().close();
  });
});
