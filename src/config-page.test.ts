import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from './config.js';
import { clientCodes } from './errors.js';
import { packageRoot } from './paths.js';

const page = readFileSync(join(packageRoot, 'docs', 'operations.md'), 'utf8');
const defaults: Readonly<Record<string, unknown>> = environmentSchema.parse({});

/** The cells of the row of a setting or a code on the page. */
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

  it.each([...clientCodes, 'INTERNAL_SERVER_ERROR'])('tells what the code %s means, and its status', (code) => {
    const [, , status, meaning] = cellsOf(code);
    expect(status).toMatch(/^\d(\d\d¹?|xx)$/);
    expect(meaning).toMatch(/\w/);
  });
});
