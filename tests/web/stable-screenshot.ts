import type { Page } from 'playwright-core';

/** The required number of equal screenshots in a row. */
const requiredEqualCount = 3;

/** Waits until the graph stops changing, and returns its screenshot as PNG; each screenshot waits for a new frame. */
export async function takeStableScreenshot(page: Page): Promise<Buffer> {
  const canvas = page.locator('.canvas');
  let lastScreenshot = await canvas.screenshot();
  for (let equalCount = 1; equalCount < requiredEqualCount;) {
    const nextScreenshot = await canvas.screenshot();
    equalCount = nextScreenshot.equals(lastScreenshot) ? equalCount + 1 : 1;
    lastScreenshot = nextScreenshot;
  }
  return lastScreenshot;
}
