import { readdir } from 'node:fs/promises';
import { expect } from 'vitest';
import { leave, type TestBrowser } from './browser.js';

const builtScripts = new URL('../../dist/pages/assets/', import.meta.url);

/** Lists the scripts of the playground's editors for the query, its variables and the response. */
export async function listModes(): Promise<string[]> {
  const scripts = await readdir(builtScripts);
  const modes = scripts.filter((file) => file.startsWith('mode-') && file.endsWith('.js'));
  expect(modes.length).toBeGreaterThanOrEqual(3);
  return modes;
}

/** Opens the playground with one of these scripts loading last, and expects the response of the example. */
export async function expectAnswerWithLate(
  mode: string | undefined,
  browser: TestBrowser,
  address: string,
): Promise<void> {
  if (mode === undefined) throw new Error('The playground has fewer editor scripts than expected.');
  const visited = await browser.visit(address, { late: new RegExp(mode) });
  await visited.page.locator('.graphiql-response').getByText('totalCount').waitFor();
  expect(visited.page.url()).toContain('query=');
  await leave(visited);
}
