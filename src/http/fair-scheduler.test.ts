import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { FairScheduler, type Queue } from './fair-scheduler.js';

let scheduler: FairScheduler;
let admitted: string[];

beforeEach(() => {
  scheduler = new FairScheduler();
  admitted = [];
});

function enqueue(queue: Queue, ...names: readonly string[]): void {
  for (const name of names) void scheduler.wait(queue).then(() => admitted.push(name));
}

describe('FairScheduler', () => {
  it('admits requests in order, one in each turn of the event loop', async () => {
    enqueue('new', 'first', 'second');
    expect(admitted).toEqual([]);
    await nextTurn();
    expect(admitted).toEqual(['first']);
    await nextTurn();
    expect(admitted).toEqual(['first', 'second']);
  });

  it('admits one request of each queue per turn, however long the other queue is', async () => {
    enqueue('new', 'new 1', 'new 2', 'new 3');
    enqueue('known', 'known 1', 'known 2');
    await nextTurn();
    expect(admitted.toSorted()).toEqual(['known 1', 'new 1']);
    await nextTurn();
    expect(admitted.slice(2).toSorted()).toEqual(['known 2', 'new 2']);
    await nextTurn();
    expect(admitted.slice(4)).toEqual(['new 3']);
  });

  it('is idle after it has admitted all requests, and then admits new ones', async () => {
    expect(scheduler.isIdle).toBe(true);
    enqueue('new', 'first');
    expect(scheduler.isIdle).toBe(false);
    await nextTurn();
    expect(scheduler.isIdle).toBe(true);
    enqueue('known', 'second');
    await nextTurn();
    expect(admitted).toEqual(['first', 'second']);
  });
});
