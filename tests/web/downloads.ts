import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { createTranslator } from './translator.js';

const files = [
  [
    'download.png',
    'aigc-atlas.png',
    (bytes: Buffer) => bytes.subarray(1, 4).toString() === 'PNG' && bytes.length > 20_000,
  ],
  ['download.svg', 'aigc-atlas.svg', (bytes: Buffer) => /^<svg[\s\S]*OpenAI[\s\S]*<\/svg>$/.test(bytes.toString())],
  ['download.gexf', 'aigc-atlas.gexf', (bytes: Buffer) => bytes.includes('version="1.3"') && bytes.includes('百度')],
  ['download.nodes', 'aigc-atlas-entities.csv', (bytes: Buffer) => bytes.includes('Company:baidu,Company,Baidu,百度')],
  ['download.links', 'aigc-atlas-relations.csv', (bytes: Buffer) => bytes.includes('DEVELOPS:openai:')],
] as const;

/** Tests the downloads of the menu in one language, one after another on the same page. */
export function describeDownloads(language: Language): void {
  describeInBrowser(`a download in ${language}`, () => {
    const translate = createTranslator(language);
    const browser = startBrowser();
    const pages = servePages();
    const getPage = browser.openForSuite(() => pages.address('/'), { language });

    it.each(files)('from %s is a file %s that contains the graph', async (textKey, file, isValid) => {
      const button = getPage().getByRole('button', { name: translate(textKey) });
      if (!(await button.isVisible())) await getPage().locator('.menu summary').click();
      const [download] = await Promise.all([getPage().waitForEvent('download'), button.click()]);
      expect(download.suggestedFilename()).toBe(file);
      expect(isValid(await readFile(await download.path()))).toBe(true);
    });
  });
}
