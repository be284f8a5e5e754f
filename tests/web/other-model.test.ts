import { expect, it } from 'vitest';
import { libraryApi } from '../model/library-model.js';
import { describeInBrowser, leave, startBrowser } from './browser.js';

describeInBrowser('the pages of a server with a custom model, in English only and without an article', () => {
  const browser = startBrowser();
  const { api } = libraryApi();
  const address = (path: string): string => new URL(path, api.url).href;

  /** Opens a page in a Chinese browser, and returns its text once it shows an element. */
  const textOf = async (path: string, shown: string): Promise<string> => {
    const visited = await browser.visit(address(path), { language: 'zh' });
    await visited.page.locator(shown).first().waitFor();
    const text = await visited.page.locator('body').innerText();
    await leave(visited);
    return text;
  };

  it('have its types in the legend, its views and questions in the menu, and only English text', async () => {
    const text = await textOf('/', '.legend[open] button');
    for (const word of ['Authors', 'Books', 'Printing presses', 'Books by year', 'Presses and their books']) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/[\u4e00-\u9fff]/);
    expect(text).toContain('What the article says that was refuted');
    expect(text).not.toContain('The segments of each tier');
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
  ])('show its data at %s', async (path, shown, words) => {
    const text = await textOf(path, shown);
    for (const word of words) expect(text).toContain(word);
  });

  it('open the playground with an example and questions that fit the model', async () => {
    const text = await textOf('/playground', '.graphiql-response .cm-property');
    expect(text).toContain('Ben Marrow');
    expect(text).toContain('Which entities a name may refer to');
    expect(text).not.toContain('The segments of each tier');
  });
});
