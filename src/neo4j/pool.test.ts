import { describe, expect, it } from 'vitest';
import { Cancellation } from './cancellation.js';
import { Pool } from './pool.js';

describe('a pool', () => {
  it('limits statements of unbounded cost, so that others find a connection', async () => {
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
  ])('of %i connections gives statements of unbounded cost a quarter by default: %i', (size, most) => {
    const pool = new Pool(size);
    for (let place = 0; place < most; place += 1) void pool.take(undefined, true);
    void pool.take(undefined, true);
    expect([pool.inUse, pool.waiting]).toEqual([most, 1]);
    for (let place = most; place < size; place += 1) void pool.take();
    expect([pool.inUse, pool.waiting]).toEqual([size, 1]);
  });

  it('admits statements until all connections are in use, and then in order', async () => {
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

  it('does not exceed its size when a connection is released and acquired at the same time', async () => {
    const pool = new Pool(1);
    const giveBack = await pool.take();
    const waiting = pool.take();
    giveBack();
    void pool.take();
    expect([pool.inUse, pool.waiting]).toEqual([1, 1]);
    await waiting;
    expect(pool.inUse).toBe(1);
  });

  it('ignores a second release', async () => {
    const pool = new Pool(2);
    const giveBack = await pool.take();
    await pool.take();
    giveBack();
    giveBack();
    expect(pool.inUse).toBe(1);
  });

  it('ignores a second release by a statement of unbounded cost', async () => {
    const pool = new Pool(4, 1);
    const giveBack = await pool.take(undefined, true);
    giveBack();
    giveBack();
    void pool.take(undefined, true);
    void pool.take(undefined, true);
    expect([pool.inUse, pool.waiting]).toEqual([1, 1]);
  });

  it('ignores the cancellation of a statement that it has already admitted', async () => {
    const pool = new Pool(1);
    const giveBack = await pool.take();
    const client = new Cancellation();
    const admitted = pool.take(client);
    const waiting = pool.take();
    giveBack();
    const giveBackAdmitted = await admitted;
    client.cancel(new Error('late'));
    expect([pool.inUse, pool.waiting]).toEqual([1, 1]);
    giveBackAdmitted();
    await waiting;
    expect([pool.inUse, pool.waiting]).toEqual([1, 0]);
  });

  it('rejects a waiting statement that is cancelled', async () => {
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

  it('is empty after a reset: it admits waiting statements and ignores releases from before', async () => {
    const pool = new Pool(1);
    const late = await pool.take();
    const waiting = pool.take();
    pool.reset();
    await waiting;
    expect(pool.inUse).toBe(1);
    late();
    expect(pool.inUse).toBe(1);
  });

  it('admits as many waiting statements after a reset as its size allows', async () => {
    const pool = new Pool(2);
    for (let place = 0; place < 5; place += 1) void pool.take();
    expect([pool.inUse, pool.waiting]).toEqual([2, 3]);
    pool.reset();
    expect([pool.inUse, pool.waiting]).toEqual([2, 1]);
  });
});
