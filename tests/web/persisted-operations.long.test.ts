import { it } from 'vitest';
import { serveApi, testHttpConfig } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { describeInBrowser, startBrowser } from './browser.js';

const views = {
  '/?node=Company:openai': 'article.card .fact',
  '/?around=Company:openai': '.legend',
  '/?view=paths&ids=Company:baidu,Domain:music': '.way li',
  '/?view=between&ids=Company:baidu,Domain:music': '.steps li',
  '/?view=similar&ids=Company:baidu': '.alike > li',
  '/?view=search&text=image': '.results li',
  '/?view=question&question=refuted-facts': '.table.answer tbody tr',
  '/?view=landscape': '.landscape-item',
  '/?view=places': '.place',
  '/?view=chain': '.chain-box',
  '/?view=timeline': '.timeline-box',
};

describeInBrowser('the pages of a server that runs persisted operations only', () => {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database, { http: { ...testHttpConfig, isPersistedOnly: true } });
  const getPage = startBrowser().openForSuite(() => new URL('/icon.svg', api.url).href);

  it.each(Object.entries(views))('show data at %s', async (path, selector) => {
    await getPage().goto(new URL(path, api.url).href);
    await getPage().locator(selector).first().waitFor();
  });
});
