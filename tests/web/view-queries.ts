import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { createTranslator } from './translator.js';

/** A link to each view, and the root field that its query selects. */
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

/** Tests the links from views to their queries in the playground, in one language. */
export function describeViewQueries(language: Language, paths: readonly ViewPath[]): void {
  describeInBrowser(`the playground from a view in ${language}`, () => {
    const browser = startBrowser();
    const pages = servePages();
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), { language });

    it.each(paths)('opens and runs the query of %s', async (path) => {
      const page = getPage();
      await page.goto(pages.address(path));
      await page.getByRole('link', { name: createTranslator(language)('showQuery') }).click();
      const response = page.locator('.graphiql-response');
      await response.getByText(`"${viewFields[path]}"`).first().waitFor();
      expect(await response.innerText()).not.toContain('"errors"');
    });
  });
}

/** The links to all views. */
export const allViewPaths = Object.keys(viewFields) as ViewPath[]; // Object.keys returns string[]
