import type { Page } from 'playwright-core';

/** The required number of equal screenshots in a row. */
const samePictures = 3;

/** Waits until the graph stops changing, and returns its screenshot as PNG; each screenshot waits for a new frame. */
export async function pictureAtRest(page: Page): Promise<Buffer> {
  const canvas = page.locator('.canvas');
  let shown = await canvas.screenshot();
  for (let same = 1; same < samePictures;) {
    const next = await canvas.screenshot();
    same = next.equals(shown) ? same + 1 : 1;
    shown = next;
  }
  return shown;
}
