import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/**
 * Compares screenshots of two pages and returns the largest difference of a color channel, from 0 to 255; 255 if the
 * sizes differ. Chromium may round the edge of a button up or down by 1, so equal pages may differ slightly.
 */
export async function largestDifference(one: Page, other: Page): Promise<number> {
  const [first, second] = [PNG.sync.read(await one.screenshot()), PNG.sync.read(await other.screenshot())];
  if (first.width !== second.width || first.height !== second.height) return 255;
  return first.data.reduce((most, value, place) => Math.max(most, Math.abs(value - (second.data[place] ?? NaN))), 0);
}
