import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/**
 * Compares screenshots of two pages and returns the largest difference of a color channel, from 0 to 255; 255 if the
 * sizes differ. Chromium may round the edge of a button up or down by 1, so equal pages may differ slightly.
 */
export async function maxPixelDifference(firstPage: Page, secondPage: Page): Promise<number> {
  const [firstImage, secondImage] = [
    PNG.sync.read(await firstPage.screenshot()),
    PNG.sync.read(await secondPage.screenshot()),
  ];
  if (firstImage.width !== secondImage.width || firstImage.height !== secondImage.height) return 255;
  return firstImage.data.reduce(
    (max, value, index) => Math.max(max, Math.abs(value - (secondImage.data[index] ?? NaN))),
    0,
  );
}
