import { describe, expect, it } from 'vitest';
import { showProgress } from './progress.js';

function shown(isTTY: boolean): string {
  let text = '';
  const onProgress = showProgress({ isTTY, write: (part: string) => (text += part) });
  for (const done of [0, 5, 10]) onProgress({ phase: 'relations added', done, total: 10 });
  return text;
}

describe('progress', () => {
  it('fills a bar on a terminal', () => {
    expect(shown(true)).toBe(
      `\r[${'.'.repeat(30)}] relations added 0/10` +
        `\r[${'#'.repeat(15)}${'.'.repeat(15)}] relations added 5/10` +
        `\r[${'#'.repeat(30)}] relations added 10/10\n`,
    );
  });

  it('is one plain line at the end elsewhere', () => {
    expect(shown(false)).toBe('relations added: 10\n');
  });
});
