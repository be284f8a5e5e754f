import { describe, expect, it } from 'vitest';
import { Cancellation } from './cancellation.js';
import { Pool } from './pool.js';

describe('the places of a pool', () => {
  it('are left free for others by what has no bound', async () => {
    const pool = new Pool(3, 1);
    const giveBack = await pool.take(undefined, true);
    const order: string[] = [];
    const unbounded = pool.take(undefined, true).then(() => order.push('unbounded'));
    const others = [await pool.take(), await pool.take()];
    const other = pool.take().then(() => order.push('other'));
    expect([pool.inUse, pool.waiting]).toEqual([3, 2]);
    others[0]?.();
    await other;
    others[1]?.();
    expect([pool.inUse, pool.waiting]).toEqual([2, 1]);
    giveBack();
    await unbounded;
    expect(order).toEqual(['other', 'unbounded']);
    expect([pool.inUse, pool.waiting]).toEqual([2, 0]);
  });

  it.each([
    [1, 1],
    [8, 2],
    [50, 13],
  ])('of which there are %i are taken by walks of no bound up to a quarter, unless told: %i', (size, most) => {
    const pool = new Pool(size);
    for (let place = 0; place < most; place += 1) void pool.take(undefined, true);
    void pool.take(undefined, true);
    expect([pool.inUse, pool.waiting]).toEqual([most, 1]);
    for (let place = most; place < size; place += 1) void pool.take();
    expect([pool.inUse, pool.waiting]).toEqual([size, 1]);
  });

  it('are taken until none is left, and then waited for in order', async () => {
    const pool = new Pool(1);
    const order: string[] = [];
    const giveBack = await pool.take();
    const waiting = ['first', 'second'].map(async (name) => {
      const done = await pool.take();
      order.push(name);
      done();
    });
    await Promise.resolve();
    expect([pool.inUse, pool.waiting]).toEqual([1, 2]);
    giveBack();
    await Promise.all(waiting);
    expect(order).toEqual(['first', 'second']);
    expect([pool.inUse, pool.waiting]).toEqual([0, 0]);
    expect(pool.waitedMs).toBeGreaterThan(0);
  });

  it('are never more than there are, also when one is given back and taken in the same moment', async () => {
    const pool = new Pool(1);
    const giveBack = await pool.take();
    const waiting = pool.take();
    giveBack();
    void pool.take();
    expect([pool.inUse, pool.waiting]).toEqual([1, 1]);
    await waiting;
    expect(pool.inUse).toBe(1);
  });

  it('are given back once, however often it is said', async () => {
    const pool = new Pool(2);
    const giveBack = await pool.take();
    await pool.take();
    giveBack();
    giveBack();
    expect(pool.inUse).toBe(1);
  });

  it('of unbounded cost are given back once, too', async () => {
    const pool = new Pool(4, 1);
    const giveBack = await pool.take(undefined, true);
    giveBack();
    giveBack();
    void pool.take(undefined, true);
    void pool.take(undefined, true);
    expect([pool.inUse, pool.waiting]).toEqual([1, 1]);
  });

  it('leave the others waiting when one is cancelled that has its place already', async () => {
    const pool = new Pool(1);
    const giveBack = await pool.take();
    const client = new Cancellation();
    const admitted = pool.take(client);
    const waiting = pool.take();
    giveBack();
    const giveBackAdmitted = await admitted;
    client.cancel(new Error('too late'));
    expect([pool.inUse, pool.waiting]).toEqual([1, 1]);
    giveBackAdmitted();
    await waiting;
    expect([pool.inUse, pool.waiting]).toEqual([1, 0]);
  });

  it('are not waited for by who has gone', async () => {
    const pool = new Pool(1);
    const giveBack = await pool.take();
    const client = new Cancellation();
    const waiting = pool.take(client);
    client.cancel(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    expect(pool.waiting).toBe(0);
    giveBack();
    await expect(pool.take(client)).rejects.toThrow('gone');
    expect(pool.inUse).toBe(0);
  });

  it('are all free after a reset, also for those who wait, and what comes back late frees no other', async () => {
    const pool = new Pool(1);
    const late = await pool.take();
    const waiting = pool.take();
    pool.reset();
    await waiting;
    expect(pool.inUse).toBe(1);
    late();
    expect(pool.inUse).toBe(1);
  });

  it('are given after a reset to as many of those who wait as there are places', async () => {
    const pool = new Pool(2);
    for (let place = 0; place < 5; place += 1) void pool.take();
    expect([pool.inUse, pool.waiting]).toEqual([2, 3]);
    pool.reset();
    expect([pool.inUse, pool.waiting]).toEqual([2, 1]);
  });
});
