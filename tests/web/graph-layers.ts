import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type Language } from './browser.js';
import { servePages } from './pages.js';
import { takeStableScreenshot } from './stable-screenshot.js';
import { createTranslator } from './translator.js';

interface DrawnLabel {
  readonly text: string;
  readonly font: string;
}

/** Records on each canvas the texts that are drawn since it was cleared. */
const recordLabels = `
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    this.canvas.labels = [];
    return clearRect.apply(this, box);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, ...position) {
    this.canvas.labels?.push({ text, font: this.font });
    return fillText.call(this, text, ...position);
  };
`;

/** Tests the labels and the colored grounds of communities behind the nodes, in one language. */
export function describeGraphLayers(language: Language): void {
  describeInBrowser(`the layers of the graph drawing in ${language}`, () => {
    const browser = startBrowser();
    const pages = servePages();
    const translate = createTranslator(language);
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), { language });
    beforeAll(() => getPage().addInitScript(recordLabels));
    const goTo = async (path: string): Promise<Page> => {
      await getPage().goto(pages.address(path));
      await getPage().locator('.legend').waitFor();
      return getPage();
    };

    it('draws the grounds at the scale of the nodes when the table is closed or the zoom is reset', async () => {
      const page = await goTo('/');
      const canvas = page.locator('.canvas');
      await takeStableScreenshot(page);
      const initialGrounds = await readGrounds(page);
      const pressTable = () => page.getByRole('button', { name: translate('table'), exact: true }).click();
      for (const [change, reset] of [
        [pressTable, pressTable],
        [() => canvas.press('+'), () => canvas.press('0')],
      ] as const) {
        await change();
        await expect.poll(() => readGrounds(page)).not.toBe(initialGrounds);
        await takeStableScreenshot(page);
        await reset();
        await expect.poll(() => readGrounds(page)).toBe(initialGrounds);
      }
    });

    it('draws no ground for types that are switched off', async () => {
      const page = await goTo('/');
      await expect.poll(() => hasGrounds(page)).toBe(true);
      // The last type has fewer entities than a ground requires.
      for (const button of (await page.locator('.legend button').all()).slice(0, -1)) await button.click();
      await expect.poll(() => hasGrounds(page)).toBe(false);
    });

    it('labels the selected and the pinned entities, and draws highlighted labels in bold', async () => {
      const page = await goTo('/?node=Company:openai&pinned=Tool:gpt-4,Tool:dall-e');
      await page.locator('article.card .fact').first().waitFor();
      await takeStableScreenshot(page);
      const labels: readonly DrawnLabel[] = await page.evaluate('document.querySelector(".sigma-names").labels');
      expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['OpenAI', 'GPT-4', 'DALL·E']));
      expect(labels.filter(({ font }) => !/^(bold|600) /.test(font))).toEqual([]);
    });
  });
}

/** The image of the grounds. */
async function readGrounds(page: Page): Promise<string> {
  return page.evaluate('document.querySelector(".sigma-communities").toDataURL()');
}

/** Whether any pixel of the grounds is painted. */
async function hasGrounds(page: Page): Promise<boolean> {
  return page.evaluate(`
    const { width, height } = document.querySelector('.sigma-communities');
    const context = document.querySelector('.sigma-communities').getContext('2d');
    context.getImageData(0, 0, width, height).data.some((channel) => channel > 0);
  `);
}
