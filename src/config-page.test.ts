import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from './config.js';
import { errorStatuses } from './errors.js';
import { packageRoot } from './paths.js';

const configuration = readFileSync(join(packageRoot, 'docs', 'configuration.md'), 'utf8');
const page = readFileSync(join(packageRoot, 'docs', 'operations.md'), 'utf8');
const defaults: Readonly<Record<string, unknown>> = environmentSchema.parse({});

/** The cells of the table row that documents a setting or an error code. */
function cellsOf(text: string, name: string): string[] {
  const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  return row.split('|').map((cell) => cell.trim());
}

describe('docs/configuration.md', () => {
  it.each(Object.keys(environmentSchema.shape))('documents %s with its default', (name) => {
    const [, , cell, meaning] = cellsOf(configuration, name);
    const value = defaults[name];
    expect(meaning).toMatch(/\w/);
    if (typeof value === 'boolean') expect(cell).toMatch(value ? /^`(on|1)`$/ : /^`(off|0)`$/);
    else if (value !== '' && (typeof value === 'string' || typeof value === 'number'))
      expect(cell).toBe(`\`${value}\``);
    else expect(cell).toMatch(/\w/);
  });
});

describe('docs/operations.md', () => {
  it.each([...errorStatuses])('documents the error code %s with its status', (code, { status }) => {
    const [, , cell, meaning] = cellsOf(page, code);
    expect(cell?.replace(/\D/g, '')).toBe(String(status));
    expect(meaning).toMatch(/\w/);
  });

  it('documents no unknown error code, and marks the retryable ones', () => {
    const rows = [...page.matchAll(/^\| `([A-Z_]+)`\s*\| (\d+)[^|]*\| (.*)\|$/gm)];
    expect(rows.map(([, code]) => code).toSorted()).toEqual([...errorStatuses.keys()].toSorted());
    const retryable = rows.filter(([, , , meaning]) => meaning?.includes('`retry-after`')).map(([, code = '']) => code);
    expect(retryable.filter((code) => !errorStatuses.get(code)?.isRetryable)).toEqual([]);
    expect(retryable).toHaveLength([...errorStatuses.values()].filter(({ isRetryable }) => isRetryable).length);
  });
});
