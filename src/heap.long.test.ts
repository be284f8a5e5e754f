import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

// Keeps ten megabytes and makes a lot that nobody keeps for long, but longer than a young collection looks at.
const load = `
  const kept = Array.from({ length: 100_000 }, (_, i) => ({ i, text: 'kept' + i }));
  const queue = [];
  let most = 0;
  for (let i = 0; i < 8_000_000; i += 1) {
    queue.push({ i, of: [i] });
    if (queue.length > 200_000) queue.splice(0, 100_000);
    if (i % 100_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal);
  }
  console.log(kept.length + queue.length > 0 ? Math.round(most / 1_048_576) : 0);`;

const heapModule = new URL('./heap.ts', import.meta.url).href;

/** The peaks of three runs together: one run's depends on when V8 happens to collect. */
function peaksMb(before: string): number {
  return [1, 2, 3].reduce((sum) => sum + peakMb(before), 0);
}

function peakMb(before: string): number {
  const code = `import { keepHeapSmall } from '${heapModule}';\n${before}\n${load}`;
  return Number(execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code]).toString());
}

describe('A heap that is kept small', () => {
  it('takes less memory than V8 alone would', () => {
    expect(peaksMb('keepHeapSmall();')).toBeLessThan(peaksMb(''));
  });
});
