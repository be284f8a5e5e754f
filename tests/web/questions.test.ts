import { expect, it } from 'vitest';
import { questionTitles } from '../../web/src/explorer/words/question-titles.js';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';

describeInBrowser('the ready questions', () => {
  const browser = startBrowser();
  const pages = servePages();

  it.each([...questionTitles.keys()])('answers %s with a table beside the picture', async (question) => {
    const visited = await browser.visit(pages.address(`/?view=question&question=${question}`));
    await visited.page.locator('.table.answer tbody tr').first().waitFor();
    expect(await visited.page.locator('.table.answer tbody .entity').count()).toBeGreaterThan(0);
    await leave(visited);
  });

  it('are all in the menu, in both languages', async () => {
    const visited = await browser.visit(pages.address('/'), { language: 'zh' });
    for (const title of questionTitles.values()) await visited.page.getByRole('link', { name: title }).waitFor();
    await leave(visited);
  });
});
