import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser, type Language } from './browser.js';
import { findColour } from './find-colour.js';
import { largestDifference } from './largest-difference.js';
import { servePages } from './pages.js';
import { pictureAtRest } from './picture-at-rest.js';
import { wordsOf } from './words.js';

const stage = { en: 'Early exploration', zh: '初期探索阶段' };
/** By how much, of 255, two pictures of the same may differ in a pixel. */
const roundingOfColours = 2;
const stageColour = { byDay: '#c0611a', byNight: '#f2a162' };
/** By the page's own clock, which stands still between: less than any motion takes, and more. */
const msOfFewFrames = 60;
const msOfAllMotion = 2000;

/** What the picture shows and does, for a reader of this language. */
export function describePicture(language: Language): void {
  describeInBrowser(`the picture in ${language}`, () => {
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

    it('opens the card of a node that is clicked, and closes it on the ground', async () => {
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
      // Sigma takes a second click within 300 ms for a double click, wherever it is.
      await page.waitForTimeout(400);
      await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
      await page.waitForURL((url) => !url.search.includes('node='));
    });

    it('is the same again for everyone who opens the link', async () => {
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

    it('says that nothing is left to draw, and brings hidden entities back', async () => {
      const page = await go('/?around=Tier:upstream&hidden=Tier:upstream');
      await drawn(page);
      await page.getByRole('button', { name: say('picture.hidden', { count: '1' }) }).click();
      await page.waitForURL((url) => !url.search.includes('hidden'));
      await page.locator('.legend summary').waitFor();
      for (const button of await page.locator('.legend button').all()) await button.click();
      await page.getByText(say('picture.empty')).waitFor();
    });

    it('is dark where the reader wants it, and keeps the place when language or colours change', async () => {
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
      ['stands still at once for readers who want no motion', false],
      ['moves over to its new place for all others', true],
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

/** From now on frames and time come on the page only when the test has its clock run. */
async function stopClock(page: Page): Promise<void> {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 1000);
}
