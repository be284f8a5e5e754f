import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { expectResponseWithLateScript, listEditorScripts } from './playground-scripts.js';

describeInBrowser('the playground', () => {
  const browser = startBrowser();
  const pages = servePages();

  // The long test delays each of the scripts.
  it.each([
    ['/graphql', 0],
    ['/playground', 1],
  ])('runs its example at %s, even if editor script %d loads last', async (path, lateIndex) => {
    await expectResponseWithLateScript((await listEditorScripts())[lateIndex], browser, pages.address(path));
  });
});

describeInBrowser('an open playground', () => {
  const browser = startBrowser();
  const pages = servePages();
  const getPage = browser.openForSuite(() => pages.address('/playground'));

  it('runs a question of the list on a click', async () => {
    const page = getPage();
    await page.getByRole('button', { name: 'The segments and companies of each tier, in chain order' }).click();
    await page.locator('.graphiql-response').getByText('"tiers"').waitFor();
    expect(await page.locator('.graphiql-query-editor').innerText()).toContain('SegmentsOfEachTier');
  });

  it('shows the documentation and the history', async () => {
    const page = getPage();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history').waitFor();
  });
});
