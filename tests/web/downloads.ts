import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';

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
    const say = wordsOf(language);
    const browser = startBrowser();
    const pages = servePages();
    const page = browser.stay(() => pages.address('/'), { language });

    it.each(files)('from %s is a file %s that contains the graph', async (word, file, isRight) => {
      const button = page().getByRole('button', { name: say(word) });
      if (!(await button.isVisible())) await page().locator('.menu summary').click();
      const [download] = await Promise.all([page().waitForEvent('download'), button.click()]);
      expect(download.suggestedFilename()).toBe(file);
      expect(isRight(await readFile(await download.path()))).toBe(true);
    });
  });
}
