import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { articleDataset } from '../setup/article-dataset.js';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { createTranslator } from './translator.js';

const names = {
  en: { atlas: 'AIGC Atlas', openai: 'OpenAI', baidu: 'Baidu', music: 'Music', typed: 'baid', midstream: 'Midstream' },
  zh: { atlas: 'AIGC 图谱', openai: 'OpenAI', baidu: '百度', music: '音乐', typed: '百', midstream: '中游' },
};

/** Tests the user flows of the explorer in one language. */
export function describeExplorer(language: Language): void {
  describeInBrowser(`the explorer in ${language}`, () => {
    const browser = startBrowser();
    const pages = servePages();
    const translate = createTranslator(language);
    const name = names[language];
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), { language });
    // The URL contains the page's state, so each test starts independently of the previous one.
    const goTo = async (path: string): Promise<Page> => {
      await getPage().goto(pages.address(path));
      return getPage();
    };
    const getCard = (page: Page) => page.locator('article.card');
    const pressButton = (page: Page, label: string) =>
      page.getByRole('button', { name: label, exact: true }).first().click();

    it('draws the whole graph with a legend that hides types', async () => {
      const page = await goTo('/');
      await page.locator('.legend button').first().waitFor();
      expect(await page.title()).toBe(name.atlas);
      expect(await page.locator('.canvas').getAttribute('aria-label')).toMatch(/\d{3}.*\d{3}/);
      expect(await page.locator('.legend button').count()).toBe(projectModel().types.length);
      await page.locator('.legend button').first().click();
      await page.waitForURL(/off=Company/);
      expect(await page.locator('.legend button').first().getAttribute('aria-pressed')).toBe('false');
    });

    it('finds an entity by a few letters and the arrow keys, and shows its card', async () => {
      const page = await goTo('/?view=chain');
      await page.getByRole('combobox', { name: translate('search') }).pressSequentially(name.typed);
      await page.getByRole('option').first().getByText(name.baidu).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await getCard(page).getByRole('heading', { name: name.baidu, exact: true }).waitFor();
      expect(page.url()).toContain('node=Company:baidu');
      await getCard(page).locator('.fact').first().waitFor();
      expect(await getCard(page).locator('.source').count()).toBeGreaterThan(3);
    });

    it('lists the search results of a text with highlights', async () => {
      const page = await goTo('/?view=chain');
      await page.getByRole('combobox', { name: translate('search') }).fill(language === 'zh' ? '图像' : 'image');
      await page.keyboard.press('Enter');
      await page.locator('.results li').first().waitFor();
      expect(page.url()).toContain('view=search');
      expect(await page.locator('.results mark').count()).toBeGreaterThan(0);
    });

    it('lists an entity that is pinned in the table although its type is hidden', async () => {
      const page = await goTo('/?table=1&off=Company&pinned=Company:baidu');
      const table = page.locator('.table tbody');
      await table.getByText(name.baidu, { exact: true }).waitFor();
      expect(await table.getByText(name.openai, { exact: true }).count()).toBe(0);
    });

    it('marks refuted facts with the reason and the correction', async () => {
      const page = await goTo('/?node=Tool:grover');
      const refutedFact = getCard(page).locator('.fact-REFUTED').first();
      await refutedFact.waitFor();
      expect(await refutedFact.innerText()).toContain(translate('status.REFUTED'));
      expect(await refutedFact.locator('.note').first().innerText()).not.toBe('');
      expect(await refutedFact.locator('.correction').count()).toBeGreaterThan(0);
      expect(await getCard(page).locator('.fact-CONFIRMED').first().innerText()).toContain(
        translate('status.CONFIRMED'),
      );
    });

    it('folds the references of a fact and of a correction, which open in a new tab', async () => {
      const page = await goTo('/?node=Tool:grover');
      const refutedFact = getCard(page).locator('.fact-REFUTED').first();
      await refutedFact.waitFor();
      for (const references of [
        refutedFact.locator('.references').first(),
        refutedFact.locator('.correction .references').first(),
      ]) {
        const link = references.getByRole('link').first();
        expect(await link.isVisible()).toBe(false);
        await references.getByText(translate('references.one')).click();
        expect(await link.getAttribute('href')).toMatch(/^https:/);
        expect(await link.getAttribute('target')).toBe('_blank');
        expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
        expect((await references.locator('li').first().innerText()).length).toBeGreaterThan(10);
      }
    });

    it('shows where the values of an entity come from', async () => {
      const page = await goTo('/?node=Company:ibm');
      const particulars = getCard(page).locator('.particulars');
      await particulars.waitFor();
      const doubtfulValue = particulars.locator('div', { hasText: translate('status.DOUBTFUL') }).first();
      expect(await doubtfulValue.locator('.note').innerText()).not.toBe('');
      expect(await doubtfulValue.locator('.source').count()).toBeGreaterThan(0);
      expect(await doubtfulValue.locator('.references').count()).toBe(1);
      expect(await particulars.locator('dd > a').getAttribute('href')).toMatch(/^https:/);
      expect(await particulars.innerText()).toMatch(
        language === 'zh' ? /（核实日期：\d{4}年/ : /\(checked on \d+ \w+ \d{4}\)/,
      );
    });

    it('says that a curator added an entity, and from which sources', async () => {
      const curated = articleDataset.entities.find(
        ({ fields: { basis, references = [] } }) => basis === 'CURATED' && references.length > 0,
      );
      const page = await goTo(`/?node=${curated?.id ?? ''}`);
      await getCard(page).getByText(translate('entity.CURATED')).waitFor();
      await getCard(page).locator('.named-in .references summary').click();
      expect(await getCard(page).locator('.named-in .references a').count()).toBeGreaterThan(0);
    });

    it('says when the article was written, and how certain that is', async () => {
      const page = await goTo('/?view=chain');
      const about = page.locator('.about');
      await about
        .getByText(language === 'zh' ? '2023年5月' : 'May 2023')
        .first()
        .waitFor();
      const note = about.locator('details p');
      expect(await note.isVisible()).toBe(false);
      await about.getByText(translate('written.note')).click();
      expect(await note.isVisible()).toBe(true);
    });

    it('focuses on the neighborhood of an entity, expands, pins, hides and goes back', async () => {
      const page = await goTo('/?node=Company:openai');
      await pressButton(page, translate('focus'));
      await page.waitForURL(/around=Company:openai/);
      await page.goto(pages.address('/?around=Company:openai&node=Domain:text'));
      await pressButton(page, translate('expand'));
      await page.waitForURL(/around=Company:openai,Domain:text/);
      await pressButton(page, translate('pin'));
      await page.waitForURL(/pinned=Domain:text/);
      await pressButton(page, translate('hide'));
      await page.waitForURL(/hidden=Domain:text/);
      await page.getByRole('button', { name: translate('back') }).click();
      await page.waitForURL((url) => !url.search.includes('hidden'));
      expect(page.url()).toContain('pinned=Domain:text');
    });

    it('lists the steps of a path between two entities with their sources', async () => {
      const page = await goTo('/?view=paths');
      for (const [label, text] of [
        [translate('from'), name.baidu],
        [translate('to'), name.music],
      ] as const) {
        await page.getByRole('combobox', { name: label, exact: true }).fill(text);
        await page.getByRole('option').first().getByText(text).waitFor();
        await page.keyboard.press('Enter');
      }
      await page.locator('.way ol > li').first().waitFor();
      expect(await page.locator('.way').first().locator('ol > li').count()).toBe(3);
      expect(await page.locator('.way .source').count()).toBeGreaterThan(0);
      await pressButton(page, translate('onlyAnswer'));
      await page.waitForURL(/only=1/);
    });

    it('lists the subgraph between entities, and the entities similar to one', async () => {
      const page = await goTo('/?view=between&ids=Company:baidu,Domain:music');
      await page.locator('.steps li').first().waitFor();
      expect(await page.locator('.steps li').count()).toBeGreaterThan(2);
      await page.goto(pages.address('/?view=similar&ids=Company:baidu'));
      await page.locator('.alike > li').first().waitFor();
      expect(await page.locator('.alike > li').count()).toBeGreaterThan(3);
    });

    it('shows the industry views, whose cells open the card of an entity', async () => {
      const cells = {
        landscape: '.landscape-item .entity',
        places: '.place .entity',
        chain: '.chain-box .entity',
        timeline: '.timeline-box .entity',
      };
      const page = await goTo('/?view=landscape');
      for (const [view, cell] of Object.entries(cells)) {
        await page.goto(pages.address(`/?view=${view}`));
        await page.locator(cell).first().click();
        await getCard(page).locator('h2').waitFor();
        expect(page.url()).toContain(`view=${view}`);
      }
    });
  });
}
