import { expect, it } from 'vitest';
import { questionTitles } from '../../web/src/explorer/words/question-titles.js';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';

describeInBrowser('the ready questions', () => {
  const browser = startBrowser();
  const pages = servePages();
  const open = browser.stay(() => pages.address('/'), { language: 'zh' });

  it.each([...questionTitles])(
    'answer %s, which the menu calls %s, with a table beside the picture',
    async (name, title) => {
      const page = open();
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { name: title }).waitFor();
      expect(page.url()).toContain(`question=${name}`);
      await page.locator('.table.answer tbody tr').first().waitFor();
      expect(await page.locator('.table.answer tbody .entity').count()).toBeGreaterThan(0);
    },
  );

  it('are answered by their links, too', async () => {
    const visited = await browser.visit(pages.address('/?view=question&question=refuted-facts'));
    await visited.page.locator('.table.answer tbody .entity').first().waitFor();
    await leave(visited);
  });
});
