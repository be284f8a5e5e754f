import { expect, it } from 'vitest';
import { operationNames, readOperation } from '../operations/read-operation.js';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';

/** Tests that every so many of the ready questions is answered with one click. */
export function describeQuestions(step: number): void {
  describeInBrowser('the ready questions', () => {
    const browser = startBrowser();
    const pages = servePages();
    const open = browser.stay(() => pages.address('/?view=chain'), { language: 'zh' });
    const some = questionTitles().filter((_question, index) => index % step === 0);

    it.each(some)('answer %s, which the menu calls %s, with a table beside the picture', async (name, title) => {
      const page = open();
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { name: title }).waitFor();
      expect(page.url()).toContain(`question=${name}`);
      await page.locator('.table.answer tbody tr').first().waitFor();
      expect(await page.locator('.table.answer tbody .entity').count()).toBeGreaterThan(0);
    });
  });
}

/** The questions that have a Chinese title, by the names of their files. */
function questionTitles(): (readonly [name: string, title: string])[] {
  return operationNames().flatMap((name) => {
    const title = /^# zh: (.+)$/m.exec(readOperation(name))?.[1];
    return title === undefined ? [] : [[name, title] as const];
  });
}
