import type { Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { createTranslator } from './translator.js';

/** Tests the explorer in one language while the server does not respond. */
export function describeServerOutage(language: Language): void {
  describeInBrowser(`the explorer in ${language} during a server outage`, () => {
    const translate = createTranslator(language);
    const visit = (path: string) => browser.visit(pages.address(path), { language });
    const browser = startBrowser();
    const pages = servePages();
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), { language });

    it('shows a notice, and loads the view when the server is back', async () => {
      const { page } = await visit('/?view=chain');
      await page.locator('.chain-box').first().waitFor();
      await page.route('**/graphql', (route) => route.abort('connectionrefused'));
      await page.getByRole('link', { name: translate('view.timeline'), exact: true }).click();
      await page.getByText(translate('away.title')).waitFor();
      await page.unroute('**/graphql');
      await page.locator('.timeline-box').first().waitFor();
      expect(await page.getByText(translate('away.title')).count()).toBe(0);
      await page.context().close();
    });

    it('shows a notice if opened meanwhile, and loads the page when the server is back', async () => {
      const { page } = await visit('/icon.svg');
      await page.route('**/graphql', (route) => route.abort('connectionrefused'));
      await page.goto(pages.address('/?view=chain'));
      await page.getByText(translate('away.title')).waitFor();
      await page.unroute('**/graphql');
      await page.locator('.chain-box').first().waitFor();
      expect(await page.getByText(translate('away.title')).count()).toBe(0);
      await page.context().close();
    });

    it('shows the notice while the server only sends stale responses', async () => {
      const { page } = await visit('/?view=chain');
      await page.locator('.chain-box').first().waitFor();
      await page.route('**/graphql', async (route) => {
        if (!isDatasetQuery(route.request())) return route.fulfill({ status: 503, body: '{}' });
        const response = await route.fetch();
        return route.fulfill({ response, headers: { ...response.headers(), 'x-atlas-stale': 'true' } });
      });
      await page.getByRole('link', { name: translate('view.timeline'), exact: true }).click();
      await page.getByText(translate('away.title')).waitFor();
      await page.waitForResponse((response) => isDatasetQuery(response.request()));
      await page.waitForResponse((response) => isDatasetQuery(response.request()));
      expect(await page.getByText(translate('away.title')).count()).toBe(1);
      await page.unroute('**/graphql');
      await page.locator('.timeline-box').first().waitFor();
      expect(await page.getByText(translate('away.title')).count()).toBe(0);
      await page.context().close();
    });

    it('shows the error message of a rejected request, and a button to retry', async () => {
      const { page } = await visit('/?view=timeline');
      await page.locator('.timeline-box').first().waitFor();
      const errorBody = JSON.stringify({ errors: [{ message: 'Too much at once.' }] });
      await page.route('**/graphql', (route) =>
        route.fulfill({ status: 200, contentType: 'application/json', body: errorBody }),
      );
      await page.getByRole('link', { name: translate('view.chain'), exact: true }).click();
      await page.getByText('Too much at once.').waitFor();
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: translate('retry') }).click();
      await page.locator('.chain-box').first().waitFor();
      await page.context().close();
    });

    it('shows a loading message while a response is pending', async () => {
      const page = getPage();
      await page.goto(pages.address('/?view=chain'));
      await page.locator('.chain-box').first().waitFor();
      let releaseResponse = (): void => undefined;
      const responseReleased = new Promise<void>((resolve) => {
        releaseResponse = resolve;
      });
      await page.route('**/graphql', (route) => responseReleased.then(() => route.continue()));
      await page.getByRole('link', { name: translate('view.timeline'), exact: true }).click();
      await page.locator('main').getByText(translate('waiting')).waitFor();
      releaseResponse();
      await page.locator('.timeline-box').first().waitFor();
      expect(await page.locator('main').getByText(translate('waiting')).count()).toBe(0);
      await page.unroute('**/graphql');
    });

    it('shows that an entity is unknown instead of an error', async () => {
      const page = getPage();
      await page.goto(pages.address('/?node=Company:nobody'));
      await page.getByText(translate('unknown', { id: 'Company:nobody' })).waitFor();
    });
  });
}

function isDatasetQuery(request: Request): boolean {
  return request.postData()?.includes('query DatasetInfo') === true;
}
