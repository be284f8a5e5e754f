import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser, type Language } from './browser.js';
import { findColour } from './find-colour.js';
import { largestDifference } from './largest-difference.js';
import { servePages } from './pages.js';
import { pictureAtRest } from './picture-at-rest.js';
import { wordsOf } from './words.js';

const stage = { en: 'Early exploration', zh: '初期探索阶段' };
/** The difference of a color channel, from 0 to 255, up to which two screenshots count as equal. */
const roundingOfColours = 2;
const stageColour = { byDay: '#c0611a', byNight: '#f2a162' };
/** Times on the page's simulated clock: shorter than any animation, and longer. */
const msOfFewFrames = 60;
const msOfAllMotion = 2000;

/** Tests the graph drawing of the explorer in one language. */
export function describePicture(language: Language): void {
  describeInBrowser(`the graph drawing in ${language}`, () => {
    const browser = startBrowser();
    const pages = servePages();
    const say = wordsOf(language);
    const visit = (path: string) => browser.visit(pages.address(path), { language });
    const drawn = (page: Page) => page.locator('.legend').waitFor();
    const open = browser.stay(() => pages.address('/icon.svg'), { language });
    const go = async (path: string): Promise<Page> => {
      await open().goto(pages.address(path));
      return open();
    };

    it('opens the card of a clicked node, and closes it on a click on the background', async () => {
      const page = await go('/?around=Stage:early-exploration&off=Section');
      await drawn(page);
      await page.locator('.legend[open] summary').click();
      await expect.poll(() => findColour(page, stageColour.byDay)).not.toBeNull();
      const spot = await findColour(page, stageColour.byDay);
      await page.mouse.click(spot?.x ?? 0, spot?.y ?? 0);
      await page.locator('article.card').getByRole('heading', { level: 2 }).waitFor();
      expect(await page.locator('article.card h2').innerText()).toBe(stage[language]);
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
      const [one, other] = [await visit(path), await visit(path)];
      for (const { page } of [one, other]) {
        await drawn(page);
        await page.locator('article.card .fact').first().waitFor();
      }
      expect(await one.page.locator('.canvas').getAttribute('aria-label')).toBe(
        await other.page.locator('.canvas').getAttribute('aria-label'),
      );
      const difference = () => largestDifference(one.page, other.page);
      await expect.poll(difference).toBeLessThanOrEqual(roundingOfColours);
      await other.page.locator('.zoom button').first().click();
      await expect.poll(difference).toBeGreaterThan(50);
      expect(
        await one.page
          .locator('article.card')
          .getByRole('button', { name: say('pin'), exact: true })
          .count(),
      ).toBe(1);
      await leave(one);
      await leave(other);
    });

    it('restores hidden entities, and shows a message if nothing is visible', async () => {
      const page = await go('/?around=Tier:upstream&hidden=Tier:upstream');
      await drawn(page);
      await page.getByRole('button', { name: say('picture.hidden', { count: '1' }) }).click();
      await page.waitForURL((url) => !url.search.includes('hidden'));
      await page.locator('.legend summary').waitFor();
      for (const button of await page.locator('.legend button').all()) await button.click();
      await page.getByText(say('picture.empty')).waitFor();
    });

    it('follows the color scheme, and stays on the page when the language or the color scheme changes', async () => {
      const visited = await browser.visit(pages.address('/?around=Stage:early-exploration'), {
        language,
        isDark: true,
      });
      const { page } = visited;
      await drawn(page);
      await page.locator('.legend[open] summary').click();
      await expect.poll(() => findColour(page, stageColour.byNight)).not.toBeNull();
      const other = wordsOf(language === 'zh' ? 'en' : 'zh');
      await page.getByRole('button', { name: say('theme.auto') }).click();
      await expect.poll(() => findColour(page, stageColour.byDay)).not.toBeNull();
      await page.getByRole('button', { name: say('language'), exact: true }).click();
      await page.getByRole('button', { name: other('copyLink') }).waitFor();
      expect(page.url()).toContain('around=Stage:early-exploration');
      expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'en' : 'zh-CN');
      await leave(visited);
    });

    it.each([
      ['zooms without animation if the user prefers reduced motion', false],
      ['zooms with an animation by default', true],
    ])('%s', async (_title, isMotionWelcome) => {
      const path = '/?around=Stage:early-exploration';
      const visited = await browser.visit(pages.address(path), { language, isMotionWelcome });
      const { page } = visited;
      await drawn(page);
      const first = await pictureAtRest(page);
      await stopClock(page);
      await page.getByRole('button', { name: say('zoomIn') }).click();
      await page.clock.runFor(msOfFewFrames);
      const soon = await pictureAtRest(page);
      await page.clock.runFor(msOfAllMotion);
      const late = await pictureAtRest(page);
      expect(late.equals(first)).toBe(false);
      expect(late.equals(soon)).toBe(!isMotionWelcome);
      await leave(visited);
    });
  });
}

/** Stops the clock of the page; afterwards only the test advances time and animation frames. */
async function stopClock(page: Page): Promise<void> {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 1000);
}
