import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from './config.js';
import { packageRoot } from './paths.js';

const page = readFileSync(join(packageRoot, 'docs', 'operations.md'), 'utf8');
const defaults: Readonly<Record<string, unknown>> = environmentSchema.parse({});

/** The cells of a setting's row on the page. */
function cellsOf(name: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  return row.split('|').map((cell) => cell.trim());
}

describe('docs/operations.md', () => {
  it.each(Object.keys(environmentSchema.shape))('tells what %s is, with its default', (name) => {
    const [, , shown, meaning] = cellsOf(name);
    const value = defaults[name];
    expect(meaning).toMatch(/\w/);
    if (typeof value === 'string' || typeof value === 'number') expect(shown).toBe(`\`${value}\``);
    else expect(shown).toMatch(/\w/);
  });
});
