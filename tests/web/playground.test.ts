import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { expectAnswerWithLate, listModes } from './playground-modes.js';

describeInBrowser('the playground', () => {
  const browser = startBrowser();
  const pages = servePages();

  // The long test delays each of the scripts.
  it.each([
    ['/graphql', 0],
    ['/playground', 1],
  ])('runs its example at %s, even if editor script %d loads last', async (path, late) => {
    await expectAnswerWithLate((await listModes())[late], browser, pages.address(path));
  });
});

describeInBrowser('an open playground', () => {
  const browser = startBrowser();
  const pages = servePages();
  const open = browser.stay(() => pages.address('/playground'));

  it('runs a question of the list on a click', async () => {
    const page = open();
    await page.getByRole('button', { name: 'The segments of each tier, in chain order' }).click();
    await page.locator('.graphiql-response').getByText('"tiers"').waitFor();
    expect(await page.locator('.graphiql-query-editor').innerText()).toContain('SegmentsOfEachTier');
  });

  it('shows the documentation and the history', async () => {
    const page = open();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').waitFor();
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history').waitFor();
  });
});
