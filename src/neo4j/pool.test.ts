import { describe, expect, it } from 'vitest';
import { Cancellation } from './cancellation.js';
import { Pool } from './pool.js';

describe('a pool', () => {
  it('limits statements of unbounded cost, so that others find a connection', async () => {
    const pool = new Pool(3, 1);
    const release = await pool.acquire(undefined, true);
    const order: string[] = [];
    const unbounded = pool.acquire(undefined, true).then(() => order.push('unbounded'));
    const releases = [await pool.acquire(), await pool.acquire()];
    const other = pool.acquire().then(() => order.push('other'));
    expect([pool.inUse, pool.waitingCount]).toEqual([3, 2]);
    releases[0]?.();
    await other;
    releases[1]?.();
    expect([pool.inUse, pool.waitingCount]).toEqual([2, 1]);
    release();
    await unbounded;
    expect(order).toEqual(['other', 'unbounded']);
    expect([pool.inUse, pool.waitingCount]).toEqual([2, 0]);
  });

  it.each([
    [1, 1],
    [8, 2],
    [50, 13],
  ])('of %i connections gives statements of unbounded cost a quarter by default: %i', (size, maxUnbounded) => {
    const pool = new Pool(size);
    for (let index = 0; index < maxUnbounded; index += 1) void pool.acquire(undefined, true);
    void pool.acquire(undefined, true);
    expect([pool.inUse, pool.waitingCount]).toEqual([maxUnbounded, 1]);
    for (let index = maxUnbounded; index < size; index += 1) void pool.acquire();
    expect([pool.inUse, pool.waitingCount]).toEqual([size, 1]);
  });

  it('admits statements until all connections are in use, and then in order', async () => {
    const pool = new Pool(1);
    const order: string[] = [];
    const release = await pool.acquire();
    const waiting = ['first', 'second'].map(async (name) => {
      const done = await pool.acquire();
      order.push(name);
      done();
    });
    await Promise.resolve();
    expect([pool.inUse, pool.waitingCount]).toEqual([1, 2]);
    release();
    await Promise.all(waiting);
    expect(order).toEqual(['first', 'second']);
    expect([pool.inUse, pool.waitingCount]).toEqual([0, 0]);
    expect(pool.waitedMs).toBeGreaterThan(0);
  });

  it('does not exceed its size when a connection is released and acquired at the same time', async () => {
    const pool = new Pool(1);
    const release = await pool.acquire();
    const waiting = pool.acquire();
    release();
    void pool.acquire();
    expect([pool.inUse, pool.waitingCount]).toEqual([1, 1]);
    await waiting;
    expect(pool.inUse).toBe(1);
  });

  it('ignores a second release', async () => {
    const pool = new Pool(2);
    const release = await pool.acquire();
    await pool.acquire();
    release();
    release();
    expect(pool.inUse).toBe(1);
  });

  it('ignores a second release by a statement of unbounded cost', async () => {
    const pool = new Pool(4, 1);
    const release = await pool.acquire(undefined, true);
    release();
    release();
    void pool.acquire(undefined, true);
    void pool.acquire(undefined, true);
    expect([pool.inUse, pool.waitingCount]).toEqual([1, 1]);
  });

  it('ignores the cancellation of a statement that it has already admitted', async () => {
    const pool = new Pool(1);
    const release = await pool.acquire();
    const client = new Cancellation();
    const admitted = pool.acquire(client);
    const waiting = pool.acquire();
    release();
    const releaseAdmitted = await admitted;
    client.cancel(new Error('late'));
    expect([pool.inUse, pool.waitingCount]).toEqual([1, 1]);
    releaseAdmitted();
    await waiting;
    expect([pool.inUse, pool.waitingCount]).toEqual([1, 0]);
  });

  it('rejects a waiting statement that is cancelled', async () => {
    const pool = new Pool(1);
    const release = await pool.acquire();
    const client = new Cancellation();
    const waiting = pool.acquire(client);
    client.cancel(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    expect(pool.waitingCount).toBe(0);
    release();
    await expect(pool.acquire(client)).rejects.toThrow('gone');
    expect(pool.inUse).toBe(0);
  });

  it('is empty after a reset: it admits waiting statements and ignores releases from before', async () => {
    const pool = new Pool(1);
    const lateRelease = await pool.acquire();
    const waiting = pool.acquire();
    pool.reset();
    await waiting;
    expect(pool.inUse).toBe(1);
    lateRelease();
    expect(pool.inUse).toBe(1);
  });

  it('admits as many waiting statements after a reset as its size allows', async () => {
    const pool = new Pool(2);
    for (let index = 0; index < 5; index += 1) void pool.acquire();
    expect([pool.inUse, pool.waitingCount]).toEqual([2, 3]);
    pool.reset();
    expect([pool.inUse, pool.waitingCount]).toEqual([2, 1]);
  });
});
