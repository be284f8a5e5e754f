import type { Page, Request } from 'playwright-core';

/** The number of frames without pending requests to wait for, so that the page can process the other files. */
const requiredIdleFrames = 30;

/** Delays the matching files until the page has loaded and processed all other files, regardless of the machine. */
export async function delayFiles(page: Page, files: RegExp): Promise<void> {
  const pendingRequests = new Set<Request>();
  page.on('request', (request) => {
    if (files.test(request.url())) return;
    pendingRequests.add(request);
    void waitUntilFinished(request).finally(() => pendingRequests.delete(request));
  });
  await page.route(files, async (route) => {
    for (
      let idleFrames = 0;
      idleFrames < requiredIdleFrames;
      idleFrames = pendingRequests.size === 0 ? idleFrames + 1 : 0
    )
      await waitForFrame(page);
    await route.continue();
  });
}

async function waitUntilFinished(request: Request): Promise<void> {
  const response = await request.response();
  await response?.finished();
}

/** Waits for the next animation frame of the page. */
export async function waitForFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
}
