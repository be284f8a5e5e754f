import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';

/** A link to each view, and the field of Query that its query asks for. */
export const viewFields = {
  '/': 'graph',
  '/?node=Company:baidu': 'node',
  '/?around=Company:baidu': 'neighborhood',
  '/?view=paths&ids=Company:baidu,Domain:music': 'paths',
  '/?view=between&ids=Company:baidu,Domain:music': 'between',
  '/?view=similar&ids=Company:baidu': 'similar',
  '/?view=search&text=image': 'search',
  '/?view=landscape': 'domains',
  '/?view=places': 'regions',
  '/?view=chain': 'tiers',
  '/?view=timeline': 'stages',
  '/?view=question&question=refuted-facts': 'relations',
} as const;

/** A link to a view. */
type ViewPath = keyof typeof viewFields;

/** The way from views to their queries in the playground, in this language. */
export function describeQueriesBehind(language: Language, paths: readonly ViewPath[]): void {
  describeInBrowser(`the playground from a view in ${language}`, () => {
    const browser = startBrowser();
    const pages = servePages();
    const open = browser.stay(() => pages.address('/icon.svg'), { language });

    it.each(paths)('opens the query behind %s, and runs it', async (path) => {
      const page = open();
      await page.goto(pages.address(path));
      await page.getByRole('link', { name: wordsOf(language)('showQuery') }).click();
      const answer = page.locator('.graphiql-response');
      await answer.getByText(`"${viewFields[path]}"`).first().waitFor();
      expect(await answer.innerText()).not.toContain('"errors"');
    });
  });
}

/** Every link to a view. */
export const everyView = Object.keys(viewFields) as ViewPath[]; // the type knows its own keys
