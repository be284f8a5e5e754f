import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { answerFromLibrary } from './library-api.js';
import { servePages } from './pages.js';

describeInBrowser('the pages of a server with another model, in English alone and without sections', () => {
  const browser = startBrowser();
  const pages = servePages();

  /** Opens a page for a reader whose browser is Chinese, and returns its text once it shows this. */
  const textOf = async (path: string, shown: string): Promise<string> => {
    const visited = await browser.visit(pages.address('/icon.svg'), { language: 'zh' });
    const { page } = visited;
    const refusals = await answerFromLibrary(page);
    await page.goto(pages.address(path));
    await page.locator(shown).first().waitFor();
    const text = await page.locator('body').innerText();
    await leave(visited);
    expect(refusals).toEqual([]);
    return text;
  };

  it('have its types in the legend, its views and what it can answer in the menu, and no other language', async () => {
    const text = await textOf('/', '.legend[open] button');
    for (const word of ['Authors', 'Books', 'Subjects', 'Shelves', 'Schools', 'Years', 'The library']) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/[\u4e00-\u9fff]/);
    expect(text).toContain('What the article says that was refuted');
    expect(text).not.toContain('The segments of each tier');
  });

  it.each([
    ['/?view=landscape', '.landscape-item', ['Shelves', '1 book', 'On stars', 'Bob']],
    ['/?view=places', '.place-2', ['Science', '1 book', 'Astronomy', 'On stars']],
    ['/?view=chain', '.chain-box', ['Bob', 'was taught by Ann', 'On stars']],
    ['/?view=timeline', '.timeline-box', ['1980–1990', 'On stars, as the catalogue has it.', 'Subjects', 'Astronomy']],
    ['/?node=Book:stars&view=timeline', '.card .particulars', ['State:', 'lent', 'Since:', '1980', 'Until:', '1990']],
    ['/?node=Author:ann&view=timeline', '.card .particulars', ['State:', 'yes', 'Since:', '1950']],
  ])('show it at %s', async (path, shown, words) => {
    const text = await textOf(path, shown);
    for (const word of words) expect(text).toContain(word);
  });

  it('open the playground on an example of its own, beside the questions that it can answer', async () => {
    const text = await textOf('/playground', '.graphiql-response .cm-property');
    expect(text).toContain('Ann');
    expect(text).toContain('What a name may mean');
    expect(text).not.toContain('The segments of each tier');
  });
});
