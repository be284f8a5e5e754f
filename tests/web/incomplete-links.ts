import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { createTranslator } from './translator.js';

/** Tests what the explorer says about links with unknown, repeated or missing values, in one language. */
export function describeIncompleteLinks(language: Language): void {
  describeInBrowser(`the explorer in ${language}, opened by an incomplete link,`, () => {
    const browser = startBrowser();
    const pages = servePages();
    const translate = createTranslator(language);
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), { language });
    const unknown = translate('unknown', { id: 'Company:nope' });

    it.each([
      ['paths', 'ids=Company:nope,Tool:dall-e', 'paths.none'],
      ['between', 'ids=Tool:dall-e,Company:nope', 'between.none'],
      ['similar', 'ids=Company:nope', 'similar.none'],
    ] as const)('says in the view %s that an entity is unknown', async (view, ids, denial) => {
      const page = getPage();
      await page.goto(pages.address(`/?view=${view}&${ids}`));
      await page.locator('.chosen-one').getByText(unknown).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByText(translate(denial)).count()).toBe(0);
      expect(await page.locator('.chosen-one .entity[data-id="Company:nope"]').count()).toBe(0);
      await page.getByRole('button', { name: translate('remove', { name: 'Company:nope' }) }).click();
      await page.waitForURL((url) => !url.search.includes('nope'));
    });

    it('connects the known entities if one of several is unknown', async () => {
      const page = getPage();
      await page.goto(pages.address('/?view=between&ids=Company:baidu,Company:nope,Domain:music'));
      await page.locator('.chosen-one').getByText(unknown).waitFor();
      await page.locator('.steps li').first().waitFor();
    });

    it.each(['paths', 'between'])('asks in the view %s for two different entities', async (view) => {
      const page = getPage();
      await page.goto(pages.address(`/?view=${view}&ids=Tool:dall-e,Tool:dall-e`));
      await page.getByText(translate('choose.different')).waitFor();
      expect(await page.locator('.chosen-one').count()).toBe(1);
      await page.locator('.chosen').getByRole('combobox').waitFor();
    });

    it('says that the entity whose neighborhood is asked for is unknown', async () => {
      const page = getPage();
      await page.goto(pages.address('/?around=Company:nope'));
      await page.locator('.picture-area').getByText(unknown).waitFor();
      expect(await page.getByText(translate('picture.empty')).count()).toBe(0);
      expect(await page.locator('.around').count()).toBe(0);
      await page.getByRole('button', { name: translate('picture.whole') }).click();
      await page.locator('.legend').waitFor();
    });

    it('shows the neighborhood of the known entities', async () => {
      const page = getPage();
      await page.goto(pages.address('/?around=Company:openai,Company:nope'));
      await page.locator('.notices').getByText(unknown).waitFor();
      await page.locator('.legend').waitFor();
      expect(await page.locator('.around').innerText()).toBe(translate('picture.around', { names: 'OpenAI' }));
    });

    it.each(['', '&text=%20'])('asks for a text to search for (%s)', async (text) => {
      const page = getPage();
      await page.goto(pages.address(`/?view=search${text}`));
      await page.getByText(translate('search.noText')).waitFor();
      expect(await page.locator('aside .waiting').count()).toBe(0);
    });

    it('lists the questions if the link has none or an unknown one', async () => {
      const page = getPage();
      await page.goto(pages.address('/?view=question&question=Nope'));
      await page.getByText(translate('unknown', { id: 'Nope' })).waitFor();
      await page.goto(pages.address('/?view=question'));
      await page.locator('aside .questions a').first().waitFor();
      expect(await page.locator('aside .failed').count()).toBe(0);
      expect(await page.locator('aside .questions a').count()).toBe(await page.locator('nav .questions a').count());
      await page.locator('aside .questions a').first().click();
      await page.locator('.table.answer tbody tr').first().waitFor();
    });
  });
}
