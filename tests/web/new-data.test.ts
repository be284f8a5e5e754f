import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { recordOf, readSmallDataset } from '../dataset/small-dataset.js';
import { serveApi } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { recordStatements, type RecordingDatabase } from '../setup/recording-database.js';
import { describeInBrowser, startBrowser } from './browser.js';
import { createTranslator } from './translator.js';

const translate = createTranslator('en');

describeInBrowser('an open explorer, when new data are loaded', () => {
  const neo4j = scratchNeo4j();
  let recordingDatabase: RecordingDatabase;
  const api = serveApi(() => (recordingDatabase = recordStatements(neo4j.database)));
  const browser = startBrowser();
  const address = (path: string) => new URL(path, api.url).href;

  /** Loads the small dataset with a name for its first tier and its first company. */
  const load = async (name: string): Promise<void> => {
    const dataset = await readSmallDataset((files) => {
      recordOf(files, 'tier', 'upstream')['name'] = { en: `Tier ${name}` };
      recordOf(files, 'company', 'openai')['name'] = { en: `Company ${name}` };
    });
    await loadDataset(neo4j.database, projectModel(), dataset);
  };
  const waitForTier = (page: Page, name: string) =>
    page.locator('.chain-box').getByText(`Tier ${name}`, { exact: true }).waitFor();
  const followLink = async (page: Page, view: 'view.chain' | 'view.timeline'): Promise<void> => {
    const link = page.getByRole('link', { name: translate(view), exact: true });
    await link.click();
    await link.and(page.locator('[aria-current=page]')).waitFor();
  };
  /** Makes the page check for new data now instead of in a few seconds, and waits for the response. */
  const checkForNewData = async (page: Page): Promise<void> => {
    const responseReceived = page.waitForResponse((response) => isQuery(response.request().postData(), 'DatasetInfo'));
    await page.evaluate("dispatchEvent(new Event('focus'))");
    await responseReceived;
  };

  beforeEach(() => load('before'));

  it('shows the new data without user interaction', async () => {
    const { page } = await browser.visit(address('/?view=chain'));
    await waitForTier(page, 'before');
    // On a slow machine, the page shows the tier before it has read the version that it compares with.
    await checkForNewData(page);
    await load('after');
    await waitForTier(page, 'after');
  });

  it('shows the new data in views that were opened before', async () => {
    const { page } = await browser.visit(address('/?view=chain'));
    await waitForTier(page, 'before');
    await followLink(page, 'view.timeline');
    await page.locator('.timeline-box').first().waitFor();
    await load('after');
    await checkForNewData(page);
    await followLink(page, 'view.chain');
    await waitForTier(page, 'after');
  });

  it('shows the new data in the card, the table, the search results and the suggestions', async () => {
    const { page } = await browser.visit(address('/?view=search&text=company&node=Company:openai&table=1'));
    const field = page.getByRole('combobox').first();
    const waitForName = (name: string) =>
      Promise.all([
        page.locator('article.card h2', { hasText: `Company ${name}` }).waitFor(),
        page.locator('section.table').getByText(`Company ${name}`).waitFor(),
        page.locator('.results').getByText(name, { exact: false }).first().waitFor({ state: 'attached' }),
        page.getByRole('option').getByText(`Company ${name}`).waitFor(),
      ]);
    await field.pressSequentially('company');
    await waitForName('before');
    await load('after');
    await checkForNewData(page);
    await waitForName('after');
    expect(await page.getByText('Company before').count()).toBe(0);
  });

  it('sends no requests while it is hidden, and updates when it becomes visible', async () => {
    const { page } = await browser.visit(address('/icon.svg'));
    await page.clock.install();
    await page.goto(address('/?view=chain'));
    await waitForTier(page, 'before');
    await page.waitForLoadState('networkidle');
    await setHidden(page, true);
    const requestedUrls: string[] = [];
    page.on('request', (request) => requestedUrls.push(request.url()));
    await load('after');
    await page.clock.fastForward('10:00');
    expect(requestedUrls).toEqual([]);
    await setHidden(page, false);
    await waitForTier(page, 'after');
  });

  it('polls only the data version in Neo4j while the data are unchanged', async () => {
    const { page } = await browser.visit(address('/?view=chain'));
    await waitForTier(page, 'before');
    await checkForNewData(page);
    recordingDatabase.takeStatements();
    for (let time = 0; time < 5; time += 1) await checkForNewData(page);
    const statements = recordingDatabase.takeStatements().map(({ name }) => name);
    expect(statements.filter((name) => name !== 'dataset/read-version')).toEqual([]);
  });

  it('does not cache a response that arrives after the user left the view', async () => {
    const { page } = await browser.visit(address('/icon.svg'));
    await page.addInitScript(holdResponsesScript);
    await page.goto(address('/?view=timeline'));
    await page.locator('.timeline-box').first().waitFor();
    let chainRequestCount = 0;
    page.on('request', (request) => (chainRequestCount += isQuery(request.postData(), 'Chain') ? 1 : 0));
    await page.evaluate('hold()');
    await followLink(page, 'view.chain');
    await expect.poll(() => page.evaluate('heldCount()')).toBe(1);
    await followLink(page, 'view.timeline');
    await page.locator('.timeline-box').first().waitFor();
    await page.evaluate('release()');
    await followLink(page, 'view.chain');
    await waitForTier(page, 'before');
    expect(chainRequestCount).toBe(2);
  });
});

function isQuery(body: string | null, operation: string): boolean {
  return body?.includes(`query ${operation}`) === true;
}

async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));`);
}

/** A script for the page: between `hold()` and `release()`, responses with tiers stay pending and cannot be aborted. */
const holdResponsesScript = `
  const { json } = Response.prototype;
  const pending = [];
  let isHeld = false;
  Response.prototype.json = async function () {
    const response = await json.call(this);
    const hasTiers = JSON.stringify(response).includes('Tier before');
    if (isHeld && hasTiers) await new Promise((resolve) => pending.push(resolve));
    return response;
  };
  globalThis.hold = () => void (isHeld = true);
  globalThis.heldCount = () => pending.length;
  globalThis.release = () => {
    isHeld = false;
    for (const resolve of pending.splice(0)) resolve();
  };`;
