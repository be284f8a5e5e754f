import { describe, expect, it } from 'vitest';
import { showProgress } from './progress.js';

function outputOf(isTTY: boolean): string {
  let text = '';
  const onProgress = showProgress({ isTTY, write: (part: string) => (text += part) });
  for (const done of [0, 5, 10]) onProgress({ phase: 'relations added', done, total: 10 });
  return text;
}

describe('showProgress', () => {
  it('draws a bar on a terminal', () => {
    expect(outputOf(true)).toBe(
      `\r[${'.'.repeat(30)}] relations added 0/10` +
        `\r[${'#'.repeat(15)}${'.'.repeat(15)}] relations added 5/10` +
        `\r[${'#'.repeat(30)}] relations added 10/10\n`,
    );
  });

  it('writes one line at the end if the output is not a terminal', () => {
    expect(outputOf(false)).toBe('relations added: 10\n');
  });
});
