import { readdir } from 'node:fs/promises';
import { expect } from 'vitest';
import { closeVisit, type TestBrowser } from './browser.js';

const builtScripts = new URL('../../dist/pages/assets/', import.meta.url);

/** Lists the scripts of the playground's editors for the query, its variables and the response. */
export async function listEditorScripts(): Promise<string[]> {
  const scripts = await readdir(builtScripts);
  const editorScripts = scripts.filter((file) => file.startsWith('mode-') && file.endsWith('.js'));
  expect(editorScripts.length).toBeGreaterThanOrEqual(3);
  return editorScripts;
}

/** Opens the playground with one of these scripts loading last, and expects the response of the example. */
export async function expectResponseWithLateScript(
  script: string | undefined,
  browser: TestBrowser,
  address: string,
): Promise<void> {
  if (script === undefined) throw new Error('The playground has fewer editor scripts than expected.');
  const visit = await browser.visit(address, { lateFiles: new RegExp(script) });
  await visit.page.locator('.graphiql-response').getByText('totalCount').waitFor();
  expect(visit.page.url()).toContain('query=');
  await closeVisit(visit);
}
