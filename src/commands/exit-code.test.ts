import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../paths.js';
import { exitCodes, exitCodesHelp } from './exit-code.js';

it('lists all exit codes, with the same meanings in --help and in docs/operations.md', () => {
  const helpLines = [...exitCodesHelp.matchAll(/^ {2}(\d+) +(.*)$/gm)].map(([, code, meaning]) => `${code} ${meaning}`);
  const page = readFileSync(join(packageRoot, 'docs', 'operations.md'), 'utf8');
  const [table = ''] = page.slice(page.indexOf('| Exit code')).split('\n\n', 1);
  const tableLines = [...table.matchAll(/^\| (\d+) +\| (.*?) +\|$/gm)].map(([, code, meaning]) => `${code} ${meaning}`);
  expect(tableLines).toEqual(helpLines);
  expect(tableLines.map((line) => Number.parseInt(line, 10))).toEqual([...Object.values(exitCodes), 130]);
});
