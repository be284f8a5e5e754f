import { expect, it } from 'vitest';
import { describeInBrowser, closeVisit, startBrowser } from './browser.js';
import { describeExplorer } from './explorer.js';
import { servePages } from './pages.js';
import { createTranslator } from './translator.js';

describeExplorer('en');

// The long tests cover the other flows in Chinese.
describeInBrowser('the explorer in zh', () => {
  const browser = startBrowser();
  const pages = servePages();

  it('finds an entity by a Chinese character, shows its card, and switches to English', async () => {
    const [translateZh, translateEn] = [createTranslator('zh'), createTranslator('en')];
    const visit = await browser.visit(pages.address('/?view=chain'), { language: 'zh' });
    const { page } = visit;
    await expect.poll(() => page.title()).toBe(`${translateZh('view.chain')} · AIGC 图谱`);
    await page.getByRole('combobox', { name: translateZh('search') }).pressSequentially('百');
    await page.getByRole('option').first().getByText('百度').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const card = page.locator('article.card');
    await card.getByRole('heading', { name: '百度', exact: true }).waitFor();
    await card.locator('.fact').first().waitFor();
    await page.getByRole('link', { name: translateZh('view.timeline'), exact: true }).waitFor();
    await page.getByRole('button', { name: translateZh('language'), exact: true }).click();
    await card.getByRole('heading', { name: 'Baidu', exact: true }).waitFor();
    await page.getByRole('button', { name: translateEn('copyLink') }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await closeVisit(visit);
  });
});
