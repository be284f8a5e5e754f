import type { Page } from 'playwright-core';
import { readPixels } from './pixels.js';

/**
 * By how much the two pages look different: of all pixels and colours the largest difference, of 255.
 * Chromium rounds the edge of a button up or down by 1, whatever stands there, so that bytes cannot be compared.
 */
export async function largestDifference(one: Page, other: Page): Promise<number> {
  const [first, second] = [await one.screenshot(), await other.screenshot()].map((png) => png.toString('base64'));
  const reader = await one.context().newPage();
  const difference = await reader.evaluate<number>(`(${compare})('${first}', '${second}')`);
  await reader.close();
  return difference;
}

/** Runs in the browser; pictures of different sizes differ in all. */
const compare = `async (...pictures) => {
  const [one, other] = await Promise.all(pictures.map(${readPixels}));
  if (one.width !== other.width || one.height !== other.height) return 255;
  return one.data.reduce((most, value, place) => Math.max(most, Math.abs(value - other.data[place])), 0);
}`;
