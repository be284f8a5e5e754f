import { it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { describeQuestions } from './questions.js';

describeQuestions(4);

describeInBrowser('a link to a sample question', () => {
  const browser = startBrowser();
  const pages = servePages();

  it('shows the answer', async () => {
    const visited = await browser.visit(pages.address('/?view=question&question=refuted-facts'));
    await visited.page.locator('.table.answer tbody .entity').first().waitFor();
    await leave(visited);
  });
});
