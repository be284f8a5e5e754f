import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';
import { startStrippingProxy, type StrippingProxy } from './stripping-proxy.js';

describeInBrowser('the pages below a path of a proxy', () => {
  const browser = startBrowser();
  const pages = servePages();
  let proxy: StrippingProxy;
  beforeAll(async () => {
    proxy = await startStrippingProxy('/knowledge/atlas', pages.address('/'));
  });
  afterAll(() => proxy.close());
  const at = (path: string): string => new URL(path, proxy.address).href;

  it('show the graph, open its query in the playground, and lead back', async () => {
    const visited = await browser.visit(proxy.address);
    const { page } = visited;
    await page.locator('.legend button').first().click();
    await page.waitForURL(at('?off=Company'));
    await page.getByRole('link', { name: wordsOf('en')('showQuery') }).click();
    await page.locator('.graphiql-response').getByText('"graph"').first().waitFor();
    expect(page.url()).toContain(at('playground?query='));
    await page.getByRole('link', { name: 'AIGC Atlas' }).click();
    await page.waitForURL(proxy.address);
    await page.locator('.legend button').first().waitFor();
    await leave(visited);
    expect(proxy.strays).toEqual([]);
  });

  it.each(['graphql', 'playground', 'graphql/', 'playground/'])('are the playground at %s', async (path) => {
    const visited = await browser.visit(at(path));
    await visited.page.locator('.graphiql-response').getByText('totalCount').waitFor();
    expect(visited.page.url()).toContain(at(`${path.replace('/', '')}?query=`));
    await leave(visited);
    expect(proxy.strays).toEqual([]);
  });
});
