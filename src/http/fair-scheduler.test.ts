import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { FairScheduler, type Queue } from './fair-scheduler.js';

let scheduler: FairScheduler;
let taken: string[];

beforeEach(() => {
  scheduler = new FairScheduler();
  taken = [];
});

function wait(line: Queue, ...names: readonly string[]): void {
  for (const name of names) void scheduler.wait(line).then(() => taken.push(name));
}

describe('FairScheduler', () => {
  it('admits requests in order, one in each turn of the event loop', async () => {
    wait('new', 'first', 'second');
    expect(taken).toEqual([]);
    await nextTurn();
    expect(taken).toEqual(['first']);
    await nextTurn();
    expect(taken).toEqual(['first', 'second']);
  });

  it('admits one request of each queue per turn, however long the other queue is', async () => {
    wait('new', 'new 1', 'new 2', 'new 3');
    wait('known', 'known 1', 'known 2');
    await nextTurn();
    expect(taken.toSorted()).toEqual(['known 1', 'new 1']);
    await nextTurn();
    expect(taken.slice(2).toSorted()).toEqual(['known 2', 'new 2']);
    await nextTurn();
    expect(taken.slice(4)).toEqual(['new 3']);
  });

  it('is idle after it has admitted all requests, and then admits new ones', async () => {
    expect(scheduler.isIdle).toBe(true);
    wait('new', 'first');
    expect(scheduler.isIdle).toBe(false);
    await nextTurn();
    expect(scheduler.isIdle).toBe(true);
    wait('known', 'second');
    await nextTurn();
    expect(taken).toEqual(['first', 'second']);
  });
});
