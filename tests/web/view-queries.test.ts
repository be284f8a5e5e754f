import { expect, it } from 'vitest';
import { parseLink } from '../../web/src/playground/link.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { describeViewQueries, allViewPaths, viewFields } from './view-queries.js';
import { createTranslator } from './translator.js';

// The long test covers all views.
describeViewQueries('en', ['/?view=chain']);

describeInBrowser('the link to the query of a view', () => {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);
  const browser = startBrowser();
  const pages = servePages();
  const getPage = browser.openForSuite(() => pages.address('/icon.svg'));

  it.each(allViewPaths.filter((_view, index) => index % 6 === 1))('contains a valid query at %s', async (path) => {
    await getPage().goto(pages.address(path));
    const link = getPage().getByRole('link', { name: createTranslator('en')('showQuery') });
    const address = new URL((await link.getAttribute('href')) ?? '', pages.address('/'));
    const { query, variables = '{}' } = parseLink(address.search) ?? { query: '' };
    const data = await api.query(query, JSON.parse(variables) as Record<string, unknown>); // as the playground does
    expect(data).toHaveProperty(viewFields[path]);
  });
});
