import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { wordsOf } from './words.js';
import { sharedNeo4j } from '../setup/databases.js';
import { patientHttp, startServer, type StartedServer } from '../setup/api.js';
import { startPathProxy, type PathProxy } from './path-proxy.js';

const path = '/knowledge/atlas';

describeInBrowser('the pages under a path prefix that a proxy removes', () => {
  const browser = startBrowser();
  const pages = servePages();
  let proxy: PathProxy;
  beforeAll(async () => {
    proxy = await startPathProxy(path, pages.address('/'), false);
  });
  afterAll(() => proxy.close());
  const at = (path: string): string => new URL(path, proxy.address).href;

  it('show the graph, link to its query in the playground, and link back', async () => {
    const visited = await browser.visit(proxy.address);
    const { page } = visited;
    await page.locator('.legend button').first().click();
    await page.waitForURL(at('?off=Company'));
    await page.getByRole('link', { name: wordsOf('en')('showQuery') }).click();
    await page.locator('.graphiql-response').getByText('"graph"').first().waitFor();
    expect(page.url()).toContain(at('playground?query='));
    await page.getByRole('link', { name: 'AIGC Atlas' }).click();
    await page.waitForURL(proxy.address);
    await page.locator('.legend button').first().waitFor();
    await leave(visited);
    expect(proxy.strays).toEqual([]);
  });

  it.each(['graphql', 'playground', 'graphql/', 'playground/'])('are the playground at %s', async (path) => {
    const visited = await browser.visit(at(path));
    await visited.page.locator('.graphiql-response').getByText('totalCount').waitFor();
    expect(visited.page.url()).toContain(at(`${path.replace('/', '')}?query=`));
    await leave(visited);
    expect(proxy.strays).toEqual([]);
  });
});

describeInBrowser('the pages under a path prefix that a proxy keeps', () => {
  const browser = startBrowser();
  const neo4j = sharedNeo4j();
  let server: StartedServer;
  let proxy: PathProxy;
  beforeAll(async () => {
    server = await startServer(neo4j.database, { http: { ...patientHttp, basePath: path } });
    proxy = await startPathProxy(path, server.url, true);
  });
  afterAll(async () => {
    proxy.close();
    await server.close();
  });

  it('show the graph, link to its query in the playground, and offer its export', async () => {
    const visited = await browser.visit(proxy.address);
    const { page } = visited;
    await page.locator('.legend button').first().waitFor();
    await page.getByRole('link', { name: wordsOf('en')('showQuery') }).click();
    await page.locator('.graphiql-response').getByText('"graph"').first().waitFor();
    expect(page.url()).toContain(`${proxy.address}playground?query=`);
    expect(await page.evaluate("fetch('export/nodes.csv').then(({ status }) => status)")).toBe(200);
    await leave(visited);
    expect(proxy.strays).toEqual([]);
  });
});
