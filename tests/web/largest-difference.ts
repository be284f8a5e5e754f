import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/**
 * By how much the two pages look different: of all pixels and colours the largest difference, of 255; pictures of
 * different sizes differ in all. Chromium rounds the edge of a button up or down by 1, whatever stands there, so that
 * bytes cannot be compared.
 */
export async function largestDifference(one: Page, other: Page): Promise<number> {
  const [first, second] = [PNG.sync.read(await one.screenshot()), PNG.sync.read(await other.screenshot())];
  if (first.width !== second.width || first.height !== second.height) return 255;
  return first.data.reduce((most, value, place) => Math.max(most, Math.abs(value - (second.data[place] ?? NaN))), 0);
}
