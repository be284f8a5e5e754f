import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

// Retains ten megabytes, and allocates many objects that outlive the collections of the young generation, but not by
// much.
const load = `
  const kept = Array.from({ length: 100_000 }, (_, i) => ({ i, text: 'kept' + i }));
  const queue = [];
  let peak = 0;
  for (let i = 0; i < 8_000_000; i += 1) {
    queue.push({ i, of: [i] });
    if (queue.length > 200_000) queue.splice(0, 100_000);
    if (i % 100_000 === 0) peak = Math.max(peak, process.memoryUsage().heapTotal);
  }
  console.log(kept.length + queue.length > 0 ? Math.round(peak / 1_048_576) : 0);`;

const heapModule = new URL('./heap.ts', import.meta.url).href;

/** The sum of the peaks of three runs: the peak of a single run depends on when V8 collects garbage. */
function peaksMb(before: string): number {
  return [1, 2, 3].reduce((sum) => sum + peakMb(before), 0);
}

function peakMb(before: string): number {
  const code = `import { keepHeapSmall } from '${heapModule}';\n${before}\n${load}`;
  return Number(execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code]).toString());
}

describe('keepHeapSmall', () => {
  it('makes the heap smaller than by default', () => {
    expect(peaksMb('keepHeapSmall();')).toBeLessThan(peaksMb(''));
  });
});
