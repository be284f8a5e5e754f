import type { Page } from 'playwright-core';

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

/** Runs in the browser, which knows how to read its own pictures; of different sizes they differ in all. */
const compare = `async (...pictures) => {
  const read = async (picture) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + picture;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height);
  };
  const [one, other] = await Promise.all(pictures.map(read));
  if (one.width !== other.width || one.height !== other.height) return 255;
  return one.data.reduce((most, value, place) => Math.max(most, Math.abs(value - other.data[place])), 0);
}`;
