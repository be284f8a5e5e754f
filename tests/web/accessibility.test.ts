import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, leave, startBrowser } from './browser.js';
import { servePages } from './pages.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const paths = [
  '/',
  '/?table=1',
  '/?node=Company:openai',
  '/?view=paths&ids=Company:baidu,Domain:music',
  '/?view=similar&ids=Company:baidu',
  '/?view=question&question=refuted-facts',
  '/?view=landscape',
  '/?view=places',
  '/?view=chain',
  '/?view=timeline',
  '/playground',
];

const manners = [
  ['by day', {}],
  ['by night', { isDark: true }],
  ['on a phone in Chinese', { isPhone: true, language: 'zh' }],
] as const;

describeInBrowser.each(manners)('accessibility %s', (_manner, options) => {
  const browser = startBrowser();
  const pages = servePages();

  it.each(paths)('has nothing serious against %s', async (path) => {
    const visited = await browser.visit(pages.address(path), options);
    expect(await seriousIn(visited.page)).toEqual([]);
    await leave(visited);
  });
});

/** What GraphiQL writes itself, and no style or setting of ours can change. */
const known: Readonly<Record<string, RegExp>> = {
  // A tab of the editor holds the button that closes it; both are reached by the Tab key.
  'nested-interactive': /class="graphiql-tab/,
  // The editor scrolls with its cursor, whose hidden text area has the focus.
  'scrollable-region-focusable': /class="CodeMirror-scroll"/,
};

async function seriousIn(page: Page): Promise<string[]> {
  // Injected by the debugger, so that the policy of the page need not allow it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => known[id]?.test(html) !== true) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 4)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
}
