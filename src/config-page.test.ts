import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from './config.js';
import { httpMeanings } from './errors.js';
import { packageRoot } from './paths.js';

const page = readFileSync(join(packageRoot, 'docs', 'operations.md'), 'utf8');
const defaults: Readonly<Record<string, unknown>> = environmentSchema.parse({});

/** The cells of the table row that documents a setting or an error code. */
function cellsOf(name: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  return row.split('|').map((cell) => cell.trim());
}

describe('docs/operations.md', () => {
  it.each(Object.keys(environmentSchema.shape))('documents %s with its default', (name) => {
    const [, , shown, meaning] = cellsOf(name);
    const value = defaults[name];
    expect(meaning).toMatch(/\w/);
    if (typeof value === 'string' || typeof value === 'number') expect(shown).toBe(`\`${value}\``);
    else expect(shown).toMatch(/\w/);
  });

  it.each([...httpMeanings])('documents the error code %s with its status', (code, { status }) => {
    const [, , shown, meaning] = cellsOf(code);
    expect(shown?.replace(/\D/g, '')).toBe(String(status));
    expect(meaning).toMatch(/\w/);
  });

  it('documents no unknown error code, and marks the retryable ones', () => {
    const rows = [...page.matchAll(/^\| `([A-Z_]+)`\s*\| (\d+)[^|]*\| (.*)\|$/gm)];
    expect(rows.map(([, code]) => code).toSorted()).toEqual([...httpMeanings.keys()].toSorted());
    const retryable = rows.filter(([, , , meaning]) => meaning?.includes('`retry-after`')).map(([, code = '']) => code);
    expect(retryable.filter((code) => !httpMeanings.get(code)?.isRetryable)).toEqual([]);
    expect(retryable).toHaveLength([...httpMeanings.values()].filter(({ isRetryable }) => isRetryable).length);
  });
});
