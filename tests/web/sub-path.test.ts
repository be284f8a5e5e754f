import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { createTranslator } from './translator.js';
import { sharedNeo4j } from '../setup/databases.js';
import { testHttpConfig, startServer, type StartedServer } from '../setup/api.js';
import { startPathProxy, type PathProxy } from './path-proxy.js';

const basePath = '/knowledge/atlas';

describeInBrowser('the pages under a path prefix that a proxy removes', () => {
  const browser = startBrowser();
  const pages = servePages();
  let proxy: PathProxy;
  beforeAll(async () => {
    proxy = await startPathProxy(basePath, pages.address('/'), false);
  });
  afterAll(() => proxy.close());
  const urlOf = (path: string): string => new URL(path, proxy.address).href;

  it('show the graph, link to its query in the playground, and link back', async () => {
    const visit = await browser.visit(proxy.address);
    const { page } = visit;
    await page.locator('.legend button').first().click();
    await page.waitForURL(urlOf('?off=Company'));
    await page.getByRole('link', { name: createTranslator('en')('showQuery') }).click();
    await page.locator('.graphiql-response').getByText('"graph"').first().waitFor();
    expect(page.url()).toContain(urlOf('playground?query='));
    await page.getByRole('link', { name: 'Explorer' }).click();
    await page.waitForURL(proxy.address);
    await page.locator('.legend button').first().waitFor();
    await closeVisit(visit);
    expect(proxy.outsidePaths).toEqual([]);
  });

  it.each(['graphql', 'playground', 'graphql/', 'playground/'])('are the playground at %s', async (path) => {
    const visit = await browser.visit(urlOf(path));
    await visit.page.locator('.graphiql-response').getByText('totalCount').waitFor();
    expect(visit.page.url()).toContain(urlOf(`${path.replace('/', '')}?query=`));
    await closeVisit(visit);
    expect(proxy.outsidePaths).toEqual([]);
  });
});

describeInBrowser('the pages under a path prefix that a proxy keeps', () => {
  const browser = startBrowser();
  const neo4j = sharedNeo4j();
  let server: StartedServer;
  let proxy: PathProxy;
  beforeAll(async () => {
    server = await startServer(neo4j.database, { http: { ...testHttpConfig, basePath } });
    proxy = await startPathProxy(basePath, server.url, true);
  });
  afterAll(async () => {
    proxy.close();
    await server.close();
  });

  it('show the graph, link to its query in the playground, and offer its export', async () => {
    const visit = await browser.visit(proxy.address);
    const { page } = visit;
    await page.locator('.legend button').first().waitFor();
    await page.getByRole('link', { name: createTranslator('en')('showQuery') }).click();
    await page.locator('.graphiql-response').getByText('"graph"').first().waitFor();
    expect(page.url()).toContain(`${proxy.address}playground?query=`);
    expect(await page.evaluate("fetch('export/nodes.csv').then(({ status }) => status)")).toBe(200);
    await closeVisit(visit);
    expect(proxy.outsidePaths).toEqual([]);
  });
});
