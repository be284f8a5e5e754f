import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { delayFiles } from './delay-files.js';

/** The headless shell comes first, because it runs the tests in two thirds of the time. */
const browserPaths = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);

/** Path of the installed browser; undefined if there is none. */
const browserPath = browserPaths.find((path) => existsSync(path));

/** Like `describe`, but skips the tests if no browser is installed. */
export const describeInBrowser = describe.skipIf(browserPath === undefined);

if (browserPath === undefined) console.info(`No Chromium found (${browserPaths.join(', ')}): these tests are skipped.`);

/** The languages of the pages. */
export type Language = 'en' | 'zh';

/** Browser settings of a visit. */
export interface VisitOptions {
  readonly language?: Language;
  readonly isDark?: boolean;
  readonly isPhone?: boolean;
  /** Whether animations run; by default the browser asks for reduced motion. */
  readonly hasAnimations?: boolean;
  /** The files to deliver after all others. */
  readonly lateFiles?: RegExp;
}

/** An open page and the problems that it causes. */
export interface Visit {
  readonly page: Page;
  /** Console errors, uncaught exceptions, and requests to other hosts. */
  readonly problems: string[];
}

/** A browser for the tests of one file. */
export interface TestBrowser {
  /** Opens a page in a new browser context; does not wait until the page is rendered. */
  visit(address: string, options?: VisitOptions): Promise<Visit>;
  /** Opens one page for all tests of a suite; each test continues with the state that the previous one left. */
  openForSuite(address: () => string, options?: VisitOptions): () => Page;
}

/** Long enough for a slow machine, so that only a hanging page reaches it. */
const timeoutMs = 300_000;

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

let browserLaunch: Promise<Browser> | undefined;

/** Returns the browser that all test files of this worker share; it ends with the worker process. */
function getBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('A test visits a page, but no browser is installed.');
  return (browserLaunch ??= chromium.launch({ executablePath: browserPath, args: flags }));
}

/** Provides a browser for the tests of one file; each visit has its own context. */
export function startBrowser(): TestBrowser {
  const contexts: BrowserContext[] = [];
  // A failed test does not close its context.
  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
  return {
    visit: async (address, options = {}) => {
      const context = await openContext(options);
      contexts.push(context);
      return openPage(context, address, options);
    },
    openForSuite: (address, options = {}) => {
      let suiteVisit: Visit | undefined;
      beforeAll(async () => {
        suiteVisit = await openPage(await openContext(options), address(), options);
      });
      afterEach(() => expect(suiteVisit?.problems.splice(0)).toEqual([]));
      afterAll(() => suiteVisit && closeVisit(suiteVisit));
      return () => {
        if (suiteVisit === undefined) throw new Error('The page is used before "beforeAll" has opened it.');
        return suiteVisit.page;
      };
    },
  };
}

/** Waits until the network is idle, closes the page, and fails if the page caused problems. */
export async function closeVisit({ page, problems }: Visit): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.context().close();
  expect(problems).toEqual([]);
}

async function openContext(options: VisitOptions): Promise<BrowserContext> {
  const browser = await getBrowser();
  return browser.newContext({
    locale: options.language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: options.isDark ? 'dark' : 'light',
    viewport: options.isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: options.hasAnimations ? 'no-preference' : 'reduce',
  });
}

async function openPage(context: BrowserContext, address: string, options: VisitOptions): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(timeoutMs);
  page.setDefaultNavigationTimeout(timeoutMs);
  const problems = recordProblems(page, new URL(address).host);
  if (options.lateFiles) await delayFiles(page, options.lateFiles);
  await page.goto(address);
  return { page, problems };
}

function recordProblems(page: Page, host: string): string[] {
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
