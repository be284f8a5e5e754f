import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect } from 'vitest';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine, or nothing where it has none. */
const browserPath = places.find((place) => existsSync(place));

/** Groups tests that need a browser; where there is none it says so and skips them. */
export const describeInBrowser = describe.skipIf(browserPath === undefined);

if (browserPath === undefined) console.info(`No Chromium found (${places.join(', ')}): these tests are skipped.`);

/** How a page is visited. */
export interface VisitOptions {
  readonly language?: 'en' | 'zh';
  readonly isDark?: boolean;
  readonly isPhone?: boolean;
  /** The files that come a second late. */
  readonly late?: RegExp;
}

/** A page in the browser that is watched for what a good page never does. */
export interface Visit {
  readonly page: Page;
  /** Errors on the console, in scripts, and requests that leave the host. */
  readonly problems: string[];
}

/** A browser for the tests of one file. */
export interface TestBrowser {
  /** Opens a page of the server in a fresh context and waits until it is quiet. */
  visit(address: string, options?: VisitOptions): Promise<Visit>;
}

/** Only ends what hangs: on a busy machine a page may take many times as long as on an idle one. */
const patienceMs = 300_000;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | undefined;

/** The browser that all files of this worker share; it ends with the worker's process. */
function launchOnce(executablePath: string): Promise<Browser> {
  return (launched ??= chromium.launch({ executablePath, args: flags }));
}

/** Provides a browser for the tests of one file; each visit has a context of its own. */
export function startBrowser(): TestBrowser {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = browserPath === undefined ? undefined : await launchOnce(browserPath);
  });
  // A test that fails leaves its context open.
  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
  return {
    visit: async (address, options = {}) => {
      if (browser === undefined) throw new Error('The browser is used before "beforeAll" has started it.');
      const context = await browser.newContext({
        locale: options.language === 'zh' ? 'zh-CN' : 'en-US',
        colorScheme: options.isDark ? 'dark' : 'light',
        viewport: options.isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
        permissions: ['clipboard-read', 'clipboard-write'],
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      page.setDefaultNavigationTimeout(patienceMs);
      const problems = watch(page, new URL(address).host);
      if (options.late) await delay(page, options.late);
      await page.goto(address, { waitUntil: 'networkidle' });
      return { page, problems };
    },
  };
}

/** Fails with what the visited page did wrong, then closes it. */
export async function leave({ page, problems }: Visit): Promise<void> {
  await page.context().close();
  expect(problems).toEqual([]);
}

async function delay(page: Page, files: RegExp): Promise<void> {
  await page.route(files, async (route) => {
    await setTimeout(1000);
    await route.continue();
  });
}

function watch(page: Page, host: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) problems.push(`left the host: ${request.url()}`);
  });
  return problems;
}
