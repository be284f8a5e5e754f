import { expect, it } from 'vitest';
import { serveApi, testHttpConfig } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';

describeInBrowser('the pages of a server that runs persisted operations only', () => {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database, { http: { ...testHttpConfig, isPersistedOnly: true } });
  const browser = startBrowser();
  const openPage = (path: string) => browser.visit(new URL(path, api.url).href);

  const getPage = browser.openForSuite(() => new URL('/icon.svg', api.url).href);

  // The long test covers the other views.
  it('show data at /?node=Company:openai', async () => {
    await getPage().goto(new URL('/?node=Company:openai', api.url).href);
    await getPage().locator('article.card .fact').first().waitFor();
  });

  it('recover after a server outage', async () => {
    const { page } = await openPage('/?view=chain');
    await page.locator('.chain-box').first().waitFor();
    await page.route('**/graphql', (route) => route.abort('connectionrefused'));
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    await page.locator('.away').waitFor();
    await page.unroute('**/graphql');
    await page.locator('.timeline-box').first().waitFor();
    await page.context().close();
  });

  it('suggest entities while the user types', async () => {
    await getPage().getByRole('combobox').first().pressSequentially('open');
    await getPage().getByRole('option').first().waitFor();
  });

  it('open the playground with an example that runs, and with the documentation', async () => {
    const visit = await openPage('/playground');
    await visit.page.locator('.graphiql-response').getByText('totalCount').waitFor();
    await visit.page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await visit.page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().waitFor();
    await closeVisit(visit);
  });

  it('show in the playground that no other operation may run', async () => {
    const { page } = await openPage(`/playground?query=${encodeURIComponent('{ dataset { version } }')}`);
    await page.locator('.graphiql-response').getByText('runs only the operations of its manifest').waitFor();
    expect(await page.locator('.graphiql-response').innerText()).toContain('OPERATION_NOT_ALLOWED');
    await page.context().close();
  });
});
