import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, closeVisit, startBrowser, type Language } from './browser.js';
import { findColor } from './find-color.js';
import { maxPixelDifference } from './pixel-difference.js';
import { servePages } from './pages.js';
import { takeStableScreenshot } from './stable-screenshot.js';
import { createTranslator } from './translator.js';

const stageNames = { en: 'Early exploration', zh: '初期探索阶段' };
/** The difference of a color channel, from 0 to 255, up to which two screenshots count as equal. */
const maxRoundingDifference = 2;
const stageColors = { byDay: '#c0611a', byNight: '#f2a162' };
/** Times on the page's simulated clock: shorter than any animation, and longer. */
const fewFramesMs = 60;
const allAnimationsMs = 2000;

/** Tests the graph drawing of the explorer in one language. */
export function describeGraphDrawing(language: Language): void {
  describeInBrowser(`the graph drawing in ${language}`, () => {
    const browser = startBrowser();
    const pages = servePages();
    const translate = createTranslator(language);
    const openPage = (path: string) => browser.visit(pages.address(path), { language });
    const waitUntilDrawn = (page: Page) => page.locator('.legend').waitFor();
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), { language });
    const goTo = async (path: string): Promise<Page> => {
      await getPage().goto(pages.address(path));
      return getPage();
    };

    it('opens the card of a clicked node, and closes it on a click on the background', async () => {
      // The next stage has the same color.
      const page = await goTo('/?around=Stage:early-exploration&off=Section&hidden=Stage:application-expansion');
      await waitUntilDrawn(page);
      await page.locator('.legend[open] summary').click();
      await expect.poll(() => findColor(page, stageColors.byDay)).not.toBeNull();
      const position = await findColor(page, stageColors.byDay);
      await page.mouse.click(position?.x ?? 0, position?.y ?? 0);
      await page.locator('article.card').getByRole('heading', { level: 2 }).waitFor();
      expect(await page.locator('article.card h2').innerText()).toBe(stageNames[language]);
      expect(page.url()).toContain('node=Stage:early-exploration');
      const box = await page.locator('.canvas').boundingBox();
      // Sigma treats two clicks within 300 ms as a double click, at any distance.
      await page.waitForTimeout(400);
      await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
      await page.waitForURL((url) => !url.search.includes('node='));
    });

    it('is the same on each visit to the same link', async () => {
      const path =
        '/?view=paths&node=Company:baidu&pinned=Domain:music&off=Section&ids=Company:baidu,Domain:music&only=1';
      const [firstVisit, secondVisit] = [await openPage(path), await openPage(path)];
      for (const { page } of [firstVisit, secondVisit]) {
        await waitUntilDrawn(page);
        await page.locator('article.card .fact').first().waitFor();
      }
      expect(await firstVisit.page.locator('.canvas').getAttribute('aria-label')).toBe(
        await secondVisit.page.locator('.canvas').getAttribute('aria-label'),
      );
      const measureDifference = () => maxPixelDifference(firstVisit.page, secondVisit.page);
      await expect.poll(measureDifference).toBeLessThanOrEqual(maxRoundingDifference);
      await secondVisit.page.locator('.zoom button').first().click();
      await expect.poll(measureDifference).toBeGreaterThan(50);
      expect(
        await firstVisit.page
          .locator('article.card')
          .getByRole('button', { name: translate('pin'), exact: true })
          .count(),
      ).toBe(1);
      await closeVisit(firstVisit);
      await closeVisit(secondVisit);
    });

    it('restores hidden entities, and shows a message if nothing is visible', async () => {
      const page = await goTo('/?around=Tier:upstream&hidden=Tier:upstream');
      await waitUntilDrawn(page);
      await page.getByRole('button', { name: translate('picture.hidden', { count: '1' }) }).click();
      await page.waitForURL((url) => !url.search.includes('hidden'));
      await page.locator('.legend summary').waitFor();
      for (const button of await page.locator('.legend button').all()) await button.click();
      await page.getByText(translate('picture.empty')).waitFor();
    });

    it('follows the color scheme, and stays on the page when the language or the color scheme changes', async () => {
      const visit = await browser.visit(pages.address('/?around=Stage:early-exploration'), {
        language,
        isDark: true,
      });
      const { page } = visit;
      await waitUntilDrawn(page);
      await page.locator('.legend[open] summary').click();
      await expect.poll(() => findColor(page, stageColors.byNight)).not.toBeNull();
      const translateOther = createTranslator(language === 'zh' ? 'en' : 'zh');
      await page.getByRole('button', { name: translate('theme.auto') }).click();
      await expect.poll(() => findColor(page, stageColors.byDay)).not.toBeNull();
      await page.getByRole('button', { name: translate('language'), exact: true }).click();
      await page.getByRole('button', { name: translateOther('copyLink') }).waitFor();
      expect(page.url()).toContain('around=Stage:early-exploration');
      expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'en' : 'zh-CN');
      await closeVisit(visit);
    });

    it.each([
      ['zooms without animation if the user prefers reduced motion', false],
      ['zooms with an animation by default', true],
    ])('%s', async (_title, isMotionWelcome) => {
      const path = '/?around=Stage:early-exploration';
      const visit = await browser.visit(pages.address(path), { language, hasAnimations: isMotionWelcome });
      const { page } = visit;
      await waitUntilDrawn(page);
      const initialScreenshot = await takeStableScreenshot(page);
      await stopClock(page);
      await page.getByRole('button', { name: translate('zoomIn') }).click();
      await page.clock.runFor(fewFramesMs);
      const earlyScreenshot = await takeStableScreenshot(page);
      await page.clock.runFor(allAnimationsMs);
      const finalScreenshot = await takeStableScreenshot(page);
      expect(finalScreenshot.equals(initialScreenshot)).toBe(false);
      expect(finalScreenshot.equals(earlyScreenshot)).toBe(!isMotionWelcome);
      await closeVisit(visit);
    });
  });
}

/** Stops the clock of the page; afterwards only the test advances time and animation frames. */
async function stopClock(page: Page): Promise<void> {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 1000);
}
