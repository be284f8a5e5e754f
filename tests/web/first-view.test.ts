import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';
import { servePages } from './pages.js';
import { packageRoot } from '../../src/paths.js';

const maxScriptBytes = 400_000;

describeInBrowser('the first view', () => {
  const browser = startBrowser();
  const pages = servePages();

  // The long test measures the time until it is drawn.
  it('needs less than 400 kB of compressed scripts, and sends four queries', async () => {
    const visit = await browser.visit(pages.address('/icon.svg'));
    const { page } = visit;
    const queries = new Set<string>();
    page.on('request', (request) => queries.add(request.postData() ?? ''));
    await page.goto(pages.address('/'));
    await page.locator('.legend').waitFor();
    queries.delete('');
    // The languages, the model, the graph, and the dataset, which is polled every few seconds.
    expect(queries.size).toBe(4);
    const resourceUrls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const paths = resourceUrls.map((name) => new URL(name).pathname);
    const scripts = paths.filter((name) => name.endsWith('.js'));
    const sizes = scripts.map((name) => gzipSync(readFileSync(join(packageRoot, 'dist', 'pages', name))).length);
    expect(scripts.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(maxScriptBytes);
    await closeVisit(visit);
  });
});
