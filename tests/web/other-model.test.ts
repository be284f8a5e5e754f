import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { serveLibraryApi } from '../model/library-model.js';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';

describeInBrowser('the pages of a server with a custom model, in English only and without an article', () => {
  const browser = startBrowser();
  const { api } = serveLibraryApi();
  const address = (path: string): string => new URL(path, api.url).href;

  /** Opens a page in a Chinese browser, and returns its text once it shows an element. */
  const readPageText = async (path: string, selector: string): Promise<string> => {
    const visit = await browser.visit(address(path), { language: 'zh' });
    await visit.page.locator(selector).first().waitFor();
    const text = await visit.page.locator('body').innerText();
    await closeVisit(visit);
    return text;
  };

  it('have its types in the legend, its views and no question of another model in the menu, and only English text', async () => {
    const text = await readPageText('/', '.legend[open] button');
    for (const expectedText of ['Authors', 'Books', 'Printing presses', 'Books by year', 'Presses and their books']) {
      expect(text).toContain(expectedText);
    }
    expect(text).not.toMatch(/[\u4e00-\u9fff]/);
    expect(text).not.toContain('Statements of the article that were refuted');
    expect(text).not.toContain('Sample queries');
    expect(text).not.toContain('Industry chain');
  });

  it.each([
    ['/?view=landscape', '.landscape-item', ['Harbour Press', '3 books', 'The Low Tide', 'Ben Marrow']],
    ['/?view=timeline', '.timeline-box', ['1899–1931', 'Poems about the sea.', 'Authors', 'Ada Quill']],
    [
      '/?node=Book:salt-verses&view=timeline',
      '.card .fact',
      ['Genre:', 'poetry', 'Year:', '1899', 'Rating:', '4.5', 'written by', 'published by'],
    ],
    ['/?node=Author:cora-lane&view=timeline', '.card .particulars', ['Is alive:', 'yes', 'Motto:', 'Élan vital']],
    ['/?view=search&text=tide', '.results li', ['The Long Tide']],
    ['/?view=paths&ids=Author:ada-quill,Author:dov-ames', '.way', ['influenced', 'Dov Ames']],
  ])('show its data at %s', async (path, selector, expectedTexts) => {
    const text = await readPageText(path, selector);
    for (const expectedText of expectedTexts) expect(text).toContain(expectedText);
  });

  it('show the name of its atlas, and draw a chain of three entities as a triangle', async () => {
    const visit = await browser.visit(address('/?around=Book:salt-verses'));
    await visit.page.locator('.legend[open] button').first().waitFor();
    await visit.page.getByText('Download', { exact: true }).click();
    const [download] = await Promise.all([
      visit.page.waitForEvent('download'),
      visit.page.getByRole('button', { name: 'GEXF' }).click(),
    ]);
    expect(await visit.page.title()).toBe('Library');
    expect(await visit.page.locator('.brand').innerText()).toBe('Library');
    expect(download.suggestedFilename()).toBe('library.gexf');
    const file = await readFile(await download.path(), 'utf8');
    const points = [...file.matchAll(/<viz:position x="([^"]+)" y="([^"]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(points).toHaveLength(3);
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = [], [x3 = 0, y3 = 0] = []] = points;
    // Twice the area of the triangle; its longest side is about 1,000.
    expect(Math.abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1))).toBeGreaterThan(300_000);
    await closeVisit(visit);
  });

  it('open the playground with an example of the model and no question of another one', async () => {
    const text = await readPageText('/playground', '.graphiql-response .cm-property');
    expect(text).toContain('Ben Marrow');
    expect(text).not.toContain('Which entities a name may refer to');
  });
});
