import { it } from 'vitest';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { expectResponseWithLateScript, listEditorScripts } from './playground-scripts.js';

describeInBrowser('the playground', () => {
  const browser = startBrowser();
  const pages = servePages();

  it('runs its example with variables, regardless of the order in which its editors load', async () => {
    for (const script of await listEditorScripts())
      await expectResponseWithLateScript(script, browser, pages.address('/playground'));
  });
});
