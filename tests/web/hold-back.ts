import type { Page, Request } from 'playwright-core';

/** The number of frames without pending requests to wait for, so that the page can process the other files. */
const quietFrames = 30;

/** Delays the matching files until the page has loaded and processed all other files, regardless of the machine. */
export async function holdBack(page: Page, files: RegExp): Promise<void> {
  const underWay = new Set<Request>();
  page.on('request', (request) => {
    if (files.test(request.url())) return;
    underWay.add(request);
    void untilEnded(request).finally(() => underWay.delete(request));
  });
  await page.route(files, async (route) => {
    for (let quiet = 0; quiet < quietFrames; quiet = underWay.size === 0 ? quiet + 1 : 0) await nextFrame(page);
    await route.continue();
  });
}

async function untilEnded(request: Request): Promise<void> {
  const response = await request.response();
  await response?.finished();
}

/** Waits for the next animation frame of the page. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
}
