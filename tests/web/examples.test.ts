import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { describeInBrowser, leave, startBrowser } from './browser.js';

const configFile = join(packageRoot, 'examples', 'vite.config.ts');

describeInBrowser('an example client', () => {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database);
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
  const visit = (path: string) => browser.visit(new URL(path, address).href);
  const drawn = (page: Page) => page.locator('#graph[data-drawn]').getAttribute('data-drawn');

  it('draws the whole graph with urql and sigma', async () => {
    const visited = await visit('/urql-sigma/');
    const { graph } = await api.ask<{ graph: { nodeCount: number } }>('{ graph(limit: 10000) { nodeCount } }');
    expect(Number(await drawn(visited.page))).toBe(graph.nodeCount);
    await expect.poll(() => detail(visited.page)).toBeGreaterThan(5);
    await leave(visited);
  });

  it('draws the neighborhood of a company with d3-force', async () => {
    const visited = await visit('/d3-force/');
    const { page } = visited;
    await page.locator('#graph svg').waitFor();
    expect(await page.locator('#graph circle').count()).toBe(30);
    expect(await page.locator('#graph line').count()).toBeGreaterThan(28);
    expect(await page.getByText('Baidu', { exact: true }).isVisible()).toBe(true);
    await leave(visited);
  });

  it('draws the subgraph between some entities with Cytoscape.js', async () => {
    const visited = await visit('/cytoscape/');
    expect(Number(await drawn(visited.page))).toBeGreaterThan(4);
    await expect.poll(() => detail(visited.page)).toBeGreaterThan(2);
    await leave(visited);
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
async function detail(page: Page): Promise<number> {
  const { length } = await page.screenshot();
  const style = await page.addStyleTag({ content: '#graph > * { visibility: hidden !important }' });
  const bare = await page.screenshot();
  await style.evaluate('(element) => element.remove()');
  return length / bare.length;
}
