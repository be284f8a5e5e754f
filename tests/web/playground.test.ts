import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';

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
      await visited.page.locator('.graphiql-response').getByText('totalCount').waitFor({ timeout: 15_000 });
      await leave(visited);
    }
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
    await page.locator('.graphiql-doc-explorer').waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history').waitFor();
    await leave(visited);
  });

  const views = {
    '/': '"graph"',
    '/?node=Company:baidu': '"node"',
    '/?around=Company:baidu': '"neighborhood"',
    '/?view=paths&ids=Company:baidu,Domain:music': '"paths"',
    '/?view=between&ids=Company:baidu,Domain:music': '"between"',
    '/?view=similar&ids=Company:baidu': '"similar"',
    '/?view=search&text=image': '"search"',
    '/?view=landscape': '"domains"',
    '/?view=places': '"regions"',
    '/?view=chain': '"tiers"',
    '/?view=timeline': '"stages"',
    '/?view=question&question=refuted-facts': '"relations"',
  };

  it.each(Object.entries(views))('opens the query behind %s, and runs it', async (path, field) => {
    for (const language of ['en', 'zh'] as const) {
      const visited = await browser.visit(pages.address(path), { language });
      const { page } = visited;
      await page.getByRole('link', { name: wordsOf(language)('showQuery') }).click();
      await page.locator('.graphiql-response').getByText(field).first().waitFor();
      expect(await page.locator('.graphiql-response').innerText()).not.toContain('"errors"');
      await leave(visited);
    }
  });
});
