import type { Page } from 'playwright-core';

/** How often in a row the picture must look the same. */
const samePictures = 3;

/** The picture as PNG, once it stays the same: a screenshot waits for the next frame of the browser. */
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
