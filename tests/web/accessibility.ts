import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, startBrowser, type VisitOptions } from './browser.js';
import { servePages } from './pages.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Paths of all kinds of pages. */
export const allPaths = [
  '/',
  '/?table=1',
  '/?node=Company:openai',
  '/?node=Tool:grover&view=chain',
  '/?view=paths&ids=Company:baidu,Domain:music',
  '/?view=similar&ids=Company:baidu',
  '/?view=question&question=refuted-facts',
  '/?view=landscape',
  '/?view=places',
  '/?view=chain',
  '/?view=timeline',
  '/playground',
] as const;

/** Browser settings of the visits. */
const browserSettings = {
  'in light mode': {},
  'in dark mode': { isDark: true },
  'on a phone in Chinese': { isPhone: true, language: 'zh' },
} as const satisfies Record<string, VisitOptions>;

/** Tests that axe finds no serious violation in pages with one browser setting. */
export function describeAccessibility(
  setting: keyof typeof browserSettings,
  paths: readonly (typeof allPaths)[number][],
): void {
  describeInBrowser(`accessibility ${setting}`, () => {
    const browser = startBrowser();
    const pages = servePages();
    const getPage = browser.openForSuite(() => pages.address('/icon.svg'), browserSettings[setting]);

    it.each(paths)('has no serious violation on %s', async (path) => {
      await getPage().goto(pages.address(path), { waitUntil: 'networkidle' });
      await expect.poll(() => getPage().locator('.waiting').count()).toBe(0);
      await unfoldSources(getPage());
      expect(await findSeriousViolations(getPage())).toEqual([]);
    });
  });
}

/** Unfolds the references of a card and the note about the article, because axe ignores what is hidden. */
async function unfoldSources(page: Page): Promise<void> {
  const toggles = page.locator('.references > summary:visible, .about summary:visible');
  for (const toggle of await toggles.all()) await toggle.click();
}

/** Violations in the markup of GraphiQL that its options cannot change, by axe rule. */
const knownViolations: Readonly<Record<string, RegExp>> = {
  // An editor tab contains its close button; the keyboard reaches both.
  'nested-interactive': /class="graphiql-tab/,
  // The editor scrolls with its cursor; a hidden text area has the focus.
  'scrollable-region-focusable': /class="CodeMirror-scroll"/,
};

async function findSeriousViolations(page: Page): Promise<string[]> {
  // The debugger injects the script, so that the content security policy does not apply.
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => knownViolations[id]?.test(html) !== true) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 4)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
}
