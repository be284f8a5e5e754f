import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { holdBack } from './hold-back.js';

/** The build without windows comes first: the same tests take it two thirds of the time. */
const places = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);

/** The browser of this machine, or nothing where it has none. */
const browserPath = places.find((place) => existsSync(place));

/** Groups tests that need a browser; where there is none it says so and skips them. */
export const describeInBrowser = describe.skipIf(browserPath === undefined);

if (browserPath === undefined) console.info(`No Chromium found (${places.join(', ')}): these tests are skipped.`);

/** The languages of the pages. */
export type Language = 'en' | 'zh';

/** How a page is visited. */
export interface VisitOptions {
  readonly language?: Language;
  readonly isDark?: boolean;
  readonly isPhone?: boolean;
  /** Whether the reader likes motion; by default nothing moves. */
  readonly isMotionWelcome?: boolean;
  /** The files that come after all others. */
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
  /** Opens a page of the server in a fresh context; tests wait for what they look at. */
  visit(address: string, options?: VisitOptions): Promise<Visit>;
  /** Opens one page for all tests of a suite, which go on from where the last one stands. */
  stay(address: () => string, options?: VisitOptions): () => Page;
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
function launchOnce(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('A page is visited where there is no browser.');
  return (launched ??= chromium.launch({ executablePath: browserPath, args: flags }));
}

/** Provides a browser for the tests of one file; each visit has a context of its own. */
export function startBrowser(): TestBrowser {
  const contexts: BrowserContext[] = [];
  // A test that fails leaves its context open.
  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
  return {
    visit: async (address, options = {}) => {
      const context = await openContext(options);
      contexts.push(context);
      return openPage(context, address, options);
    },
    stay: (address, options = {}) => {
      let visited: Visit | undefined;
      beforeAll(async () => {
        visited = await openPage(await openContext(options), address(), options);
      });
      afterEach(() => expect(visited?.problems.splice(0)).toEqual([]));
      afterAll(() => visited && leave(visited));
      return () => {
        if (visited === undefined) throw new Error('The page is used before "beforeAll" has opened it.');
        return visited.page;
      };
    },
  };
}

/** Fails with what the visited page did wrong until it was quiet, and closes it. */
export async function leave({ page, problems }: Visit): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.context().close();
  expect(problems).toEqual([]);
}

async function openContext(options: VisitOptions): Promise<BrowserContext> {
  const browser = await launchOnce();
  return browser.newContext({
    locale: options.language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: options.isDark ? 'dark' : 'light',
    viewport: options.isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: options.isMotionWelcome ? 'no-preference' : 'reduce',
  });
}

async function openPage(context: BrowserContext, address: string, options: VisitOptions): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  page.setDefaultNavigationTimeout(patienceMs);
  const problems = watch(page, new URL(address).host);
  if (options.late) await holdBack(page, options.late);
  await page.goto(address);
  return { page, problems };
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
