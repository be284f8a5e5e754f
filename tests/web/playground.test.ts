import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';

const builtScripts = new URL('../../dist/pages/assets/', import.meta.url);

describeInBrowser('the playground', () => {
  const browser = startBrowser();
  const pages = servePages();

  it.each(['/graphql', '/playground'])('opens at %s on an example that has run', async (path) => {
    const visited = await browser.visit(pages.address(path));
    await visited.page.locator('.graphiql-response').getByText('totalCount').waitFor();
    expect(visited.page.url()).toContain('query=');
    await leave(visited);
  });

  it('runs the query it opens on, with its variables, in whatever order its editors load', async () => {
    const scripts = await readdir(builtScripts);
    const modes = scripts.filter((file) => file.startsWith('mode-') && file.endsWith('.js'));
    expect(modes.length).toBeGreaterThanOrEqual(3); // one each for the query, its variables and the answer
    for (const mode of modes) {
      const visited = await browser.visit(pages.address('/playground'), { late: new RegExp(mode) });
      await visited.page.locator('.graphiql-response').getByText('totalCount').waitFor();
      await leave(visited);
    }
  });
});

describeInBrowser('an open playground', () => {
  const browser = startBrowser();
  const pages = servePages();
  const open = browser.stay(() => pages.address('/playground'));

  it('opens and runs a question of the list with one click', async () => {
    const page = open();
    await page.getByRole('button', { name: 'The segments of each tier, in chain order' }).click();
    await page.locator('.graphiql-response').getByText('"tiers"').waitFor();
    expect(await page.locator('.graphiql-query-editor').innerText()).toContain('SegmentsOfEachTier');
  });

  it('has the documentation and the history', async () => {
    const page = open();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history').waitFor();
  });
});
