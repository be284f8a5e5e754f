import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** A position in the window, in pixels. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Finds the center of an area of at least 8 × 8 pixels of a color such as `#c0611a`; null if there is none. */
export async function findColor(page: Page, color: string): Promise<Position | null> {
  const { width, height, data } = PNG.sync.read(await page.screenshot());
  const targetChannels = [1, 3, 5].map((offset) => parseInt(color.slice(offset, offset + 2), 16));
  const isTargetColor = (x: number, y: number): boolean =>
    targetChannels.every((value, channel) => Math.abs((data[4 * (y * width + x) + channel] ?? NaN) - value) < 4);
  for (let y = 4; y < height - 4; y += 2) {
    for (let x = 4; x < width - 4; x += 2) {
      if ([-4, 0, 3].every((dy) => [-4, 0, 3].every((dx) => isTargetColor(x + dx, y + dy)))) return { x, y };
    }
  }
  return null;
}
