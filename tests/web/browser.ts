import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { holdBack } from './hold-back.js';

/** The headless shell comes first, because it runs the tests in two thirds of the time. */
const places = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);

/** Path of the installed browser; undefined if there is none. */
const browserPath = places.find((place) => existsSync(place));

/** Like `describe`, but skips the tests if no browser is installed. */
export const describeInBrowser = describe.skipIf(browserPath === undefined);

if (browserPath === undefined) console.info(`No Chromium found (${places.join(', ')}): these tests are skipped.`);

/** The languages of the pages. */
export type Language = 'en' | 'zh';

/** Browser settings of a visit. */
export interface VisitOptions {
  readonly language?: Language;
  readonly isDark?: boolean;
  readonly isPhone?: boolean;
  /** Whether animations run; by default the browser asks for reduced motion. */
  readonly isMotionWelcome?: boolean;
  /** The files to deliver after all others. */
  readonly late?: RegExp;
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
  stay(address: () => string, options?: VisitOptions): () => Page;
}

/** Long enough for a slow machine, so that only a hanging page reaches it. */
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

/** Returns the browser that all test files of this worker share; it ends with the worker process. */
function launchOnce(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('A test visits a page, but no browser is installed.');
  return (launched ??= chromium.launch({ executablePath: browserPath, args: flags }));
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

/** Waits until the network is idle, closes the page, and fails if the page caused problems. */
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
