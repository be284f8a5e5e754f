import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
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

describeInBrowser.each(['en', 'zh'] as const)('a download in %s', (language) => {
  const say = wordsOf(language);
  const browser = startBrowser();
  const pages = servePages();

  it.each(files)('%s gives the file %s with the picture in it', async (word, file, isRight) => {
    const visited = await browser.visit(pages.address('/'), { language });
    const { page } = visited;
    await page.locator('.menu summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say(word) }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    expect(isRight(await readFile(await download.path()))).toBe(true);
    await leave(visited);
  });
});
