import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';

describeInBrowser('the playground', () => {
  const browser = startBrowser();
  const pages = servePages();

  it.each(['/graphql', '/playground'])('opens at %s on an example that has run', async (path) => {
    const visited = await browser.visit(pages.address(path));
    await visited.page.locator('.graphiql-response').getByText('totalCount').waitFor();
    expect(visited.page.url()).toContain('query=');
    await leave(visited);
  });

  it('opens and runs a question of the list with one click', async () => {
    const visited = await browser.visit(pages.address('/playground'));
    const { page } = visited;
    await page.getByRole('button', { name: 'The segments of each tier, in chain order' }).click();
    await page.locator('.graphiql-response').getByText('"tiers"').waitFor();
    expect(await page.locator('.graphiql-query-editor').innerText()).toContain('SegmentsOfEachTier');
    await leave(visited);
  });

  it('has the documentation and the history', async () => {
    const visited = await browser.visit(pages.address('/playground'));
    const { page } = visited;
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page
      .getByText('Where every question starts.')
      .first()
      .waitFor()
      .catch(() => undefined);
    await page.locator('.graphiql-doc-explorer').waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history').waitFor();
    await leave(visited);
  });

  it('opens the query behind a view, with its variables', async () => {
    const visited = await browser.visit(pages.address('/?view=similar&ids=Company:baidu'));
    const { page } = visited;
    await page.getByRole('link', { name: 'Show query' }).click();
    await page.locator('.graphiql-response').getByText('"similar"').waitFor();
    expect(await page.locator('.graphiql-container').innerText()).toContain('Company:baidu');
    await leave(visited);
  });
});
