import { beforeAll, expect, it } from 'vitest';
import { openAtlas } from '../../src/commands/atlas.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { followRecipe } from '../model/follow-recipe.js';
import { startServer, type StartedServer } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';

describeInBrowser('an entity type added as in CONTRIBUTING.md', () => {
  const browser = startBrowser();
  const neo4j = scratchNeo4j();
  const directory = createTemporaryDirectory();
  let server: StartedServer | undefined;
  beforeAll(async () => {
    followRecipe(directory);
    const { model, dataDir } = openAtlas({ atlasDir: directory });
    await loadDataset(neo4j.database, model, await readDataset(model, dataDir));
    server = await startServer(neo4j.database, { model });
    return () => server?.close();
  });

  it.each([
    ['en', 'People', ['Person', 'Ada Example', 'Founded: 2015', 'works at', 'OpenAI', 'added by a curator']],
    ['zh', '人物', ['人物', '艾达', '创业年份', '2015', '任职于', 'OpenAI']],
  ] as const)('appears in the legend and on cards (%s)', async (language, plural, texts) => {
    const address = new URL('/?node=Person:ada-example&around=Person:ada-example', server?.url).href;
    const visit = await browser.visit(address, { language });
    const { page } = visit;
    await page.locator('.card .fact').first().waitFor();
    const card = (await page.locator('.card').innerText()).replaceAll(/\s+/g, ' ');
    for (const text of texts) expect(card).toContain(text);
    const legend = page.locator('.legend');
    if (!(await legend.getAttribute('open'))) await legend.locator('summary').click();
    expect(await legend.innerText()).toContain(plural);
    await closeVisit(visit);
  });
});
