import { it } from 'vitest';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { expectAnswerWithLate, listModes } from './playground-modes.js';

describeInBrowser('the playground', () => {
  const browser = startBrowser();
  const pages = servePages();

  it('runs its example with variables, regardless of the order in which its editors load', async () => {
    for (const mode of await listModes()) await expectAnswerWithLate(mode, browser, pages.address('/playground'));
  });
});
