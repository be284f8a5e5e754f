import { describe, expect, it } from 'vitest';
import { LeasedRequestLimit } from './leased-request-limit.js';
import { RequestLeases } from './request-leases.js';

/** Workers whose request limits are leased from one primary process, as in a running server. */
function newWorkers(maxRequests: number, count: number) {
  const workers: { active: number; admitted: number; readonly limit: LeasedRequestLimit }[] = [];
  const leases = new RequestLeases(maxRequests, count, async (number) => workers[number]?.limit.takeSpare() ?? 0);
  for (let number = 0; number < count; number += 1) {
    leases.add(number);
    const countActive = (): number => workers[number]?.active ?? 0;
    workers.push({ active: 0, admitted: 0, limit: new LeasedRequestLimit(() => leases.lease(number), countActive) });
  }
  /** Begins a request as the server does; returns whether it is admitted. */
  const begin = async (number: number): Promise<boolean> => {
    const worker = workers[number];
    if (!worker) throw new Error(`There is no worker ${number}.`);
    worker.active += 1;
    const isAdmitted = worker.active <= worker.limit.max || (await worker.limit.extend());
    if (isAdmitted) worker.admitted += 1;
    else worker.active -= 1;
    return isAdmitted;
  };
  const end = (number: number): void => {
    const worker = workers[number];
    if (!worker) return;
    worker.active -= 1;
    worker.admitted -= 1;
  };
  const countAdmitted = (): number => workers.reduce((sum, { admitted }) => sum + admitted, 0);
  return { begin, end, countAdmitted, leases };
}

const repeat = (count: number, begin: () => Promise<boolean>): Promise<boolean[]> =>
  Promise.all(Array.from({ length: count }, begin));

const countOf = (decisions: readonly boolean[]): number => decisions.filter(Boolean).length;

describe('the request limit of several workers', () => {
  it.each([1, 2, 3, 7, 100, 1000])('is used by one worker up to exactly %i', async (max) => {
    const { begin } = newWorkers(max, 3);
    expect(countOf(await repeat(max + 20, () => begin(1)))).toBe(max);
  });

  it('is used by all workers together up to exactly the limit', async () => {
    const { begin, countAdmitted } = newWorkers(50, 4);
    const numbers = [0, 1, 2, 3].flatMap((number) => Array.from({ length: 30 }, () => number));
    const decisions = await Promise.all(numbers.map(begin));
    expect([countOf(decisions), countAdmitted()]).toEqual([50, 50]);
  });

  it('gives the unused part of a worker to another one', async () => {
    const { begin, end } = newWorkers(40, 2);
    expect(countOf(await repeat(40, () => begin(0)))).toBe(40);
    expect(await begin(1)).toBe(false);
    for (let index = 0; index < 15; index += 1) end(0);
    expect(countOf(await repeat(20, () => begin(1)))).toBe(15);
  });

  it('gives the part of a worker that has ended to the others', async () => {
    const { begin, leases } = newWorkers(10, 2);
    await repeat(10, () => begin(0));
    leases.release(0);
    expect(countOf(await repeat(12, () => begin(1)))).toBe(10);
  });

  it('gives nothing to a worker that ends while another one returns its unused part', async () => {
    const leases: RequestLeases = new RequestLeases(10, 1, async (other) => {
      leases.release(1);
      return other === 0 ? spare.splice(0).length : 0;
    });
    const spare: number[] = [];
    leases.add(0);
    for (let count = 1; count > 0; spare.push(...Array.from({ length: count }, () => 1))) count = await leases.lease(0);
    leases.add(1);
    expect(await leases.lease(1)).toBe(0);
    leases.add(1);
    let sum = 0;
    for (let count = 1; count > 0; sum += count) count = await leases.lease(1);
    expect(sum).toBe(10);
  });

  it('admits nothing more while the primary process cannot be reached', async () => {
    const limit = new LeasedRequestLimit(
      () => Promise.reject(new Error('The channel is closed.')),
      () => 1,
    );
    expect(await limit.extend()).toBe(false);
  });
});
