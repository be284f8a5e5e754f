import type { Page, Request } from 'playwright-core';

/** For how many frames nothing else may be under way: enough for what the page does with what has come. */
const quietFrames = 30;

/** Holds files back until all others have come and the page has had time to use them, on a machine of any speed. */
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

/** Waits until the page has drawn once more. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
}
