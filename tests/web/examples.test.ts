import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';

const configFile = join(packageRoot, 'examples', 'vite.config.ts');

describeInBrowser('an example client', () => {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);
  const browser = startBrowser();
  let server: ViteDevServer | undefined;
  let address = '';
  beforeAll(async () => {
    const proxy = { '/graphql': new URL(api.url).origin };
    const cacheDir = fileURLToPath(new URL('../../node_modules/.vite/examples', import.meta.url));
    server = await createServer({ configFile, cacheDir, logLevel: 'error', server: { port: 0, proxy } });
    await server.listen();
    address = server.resolvedUrls?.local[0] ?? '';
  });
  afterAll(() => server?.close());
  const openPage = (path: string) => browser.visit(new URL(path, address).href);
  const readDrawnCount = (page: Page) => page.locator('#graph[data-drawn]').getAttribute('data-drawn');

  it('draws the whole graph with urql and sigma', async () => {
    const visit = await openPage('/urql-sigma/');
    const { graph } = await api.query<{ graph: { nodeCount: number } }>('{ graph(limit: 10000) { nodeCount } }');
    expect(Number(await readDrawnCount(visit.page))).toBe(graph.nodeCount);
    await expect.poll(() => drawingSizeRatio(visit.page)).toBeGreaterThan(5);
    await closeVisit(visit);
  });

  it('draws the neighborhood of a company with d3-force', async () => {
    const visit = await openPage('/d3-force/');
    const { page } = visit;
    await page.locator('#graph svg').waitFor();
    expect(await page.locator('#graph circle').count()).toBe(30);
    expect(await page.locator('#graph line').count()).toBeGreaterThan(28);
    expect(await page.getByText('Baidu', { exact: true }).isVisible()).toBe(true);
    await closeVisit(visit);
  });

  it('draws the subgraph between some entities with Cytoscape.js', async () => {
    const visit = await openPage('/cytoscape/');
    expect(Number(await readDrawnCount(visit.page))).toBeGreaterThan(4);
    await expect.poll(() => drawingSizeRatio(visit.page)).toBeGreaterThan(2);
    await closeVisit(visit);
  });

  it('shows the error message of the server', async () => {
    const { page } = await browser.visit(new URL('/', address).href);
    const body = JSON.stringify({ errors: [{ message: 'Too much at once.' }] });
    await page.route('**/graphql', (route) => route.fulfill({ contentType: 'application/json', body }));
    for (const link of await page.getByRole('link').all()) {
      await page.goto(new URL((await link.getAttribute('href')) ?? '', address).href);
      await page.getByText('Too much at once.').waitFor();
      await page.goBack();
    }
    await page.context().close();
  });
});

/** Returns the ratio of the sizes of two screenshots: with and without the graph. */
async function drawingSizeRatio(page: Page): Promise<number> {
  const { length } = await page.screenshot();
  const style = await page.addStyleTag({ content: '#graph > * { visibility: hidden !important }' });
  const bareScreenshot = await page.screenshot();
  await style.evaluate('(element) => element.remove()');
  return length / bareScreenshot.length;
}
