import { it } from 'vitest';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { describeQuestions } from './questions.js';

describeQuestions(4);

describeInBrowser('a link to a sample question', () => {
  const browser = startBrowser();
  const pages = servePages();

  it('shows the answer', async () => {
    const visit = await browser.visit(pages.address('/?view=question&question=refuted-facts'));
    await visit.page.locator('.table.answer tbody .entity').first().waitFor();
    await closeVisit(visit);
  });
});
