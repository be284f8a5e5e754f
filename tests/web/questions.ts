import { expect, it } from 'vitest';
import { listOperationNames, readOperation } from '../operations/read-operation.js';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';

/** Tests that a click on a sample question shows its answer, for each n-th question. */
export function describeQuestions(step: number): void {
  describeInBrowser('the sample questions', () => {
    const browser = startBrowser();
    const pages = servePages();
    const getPage = browser.openForSuite(() => pages.address('/?view=chain'), { language: 'zh' });
    const sampledQuestions = listQuestionTitles().filter((_question, index) => index % step === 0);

    it.each(sampledQuestions)('show a table with the answer to %s (%s)', async (name, title) => {
      const page = getPage();
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { name: title }).waitFor();
      expect(page.url()).toContain(`question=${name}`);
      await page.locator('.table.answer tbody tr').first().waitFor();
      expect(await page.locator('.table.answer tbody .entity').count()).toBeGreaterThan(0);
    });
  });
}

/** Lists the questions with a Chinese title, as pairs of operation name and title. */
function listQuestionTitles(): (readonly [name: string, title: string])[] {
  return listOperationNames().flatMap((name) => {
    const title = /^# zh: (.+)$/m.exec(readOperation(name))?.[1];
    return title === undefined ? [] : [[name, title] as const];
  });
}
