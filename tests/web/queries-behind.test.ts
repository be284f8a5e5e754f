import { expect, it } from 'vitest';
import { readLink } from '../../web/src/playground/link.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { describeInBrowser, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { describeQueriesBehind, everyView, viewFields } from './queries-behind.js';
import { wordsOf } from './words.js';

// The long test covers all views.
describeQueriesBehind('en', ['/?view=chain']);

describeInBrowser('the link to the query of a view', () => {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);
  const browser = startBrowser();
  const pages = servePages();
  const open = browser.stay(() => pages.address('/icon.svg'));

  it.each(everyView.filter((_view, index) => index % 6 === 1))('contains a valid query at %s', async (path) => {
    await open().goto(pages.address(path));
    const link = open().getByRole('link', { name: wordsOf('en')('showQuery') });
    const address = new URL((await link.getAttribute('href')) ?? '', pages.address('/'));
    const { query, variables = '{}' } = readLink(address.search) ?? { query: '' };
    const data = await api.ask(query, JSON.parse(variables) as Record<string, unknown>); // as the playground does
    expect(data).toHaveProperty(viewFields[path]);
  });
});
