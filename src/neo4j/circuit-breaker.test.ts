import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CircuitBreaker } from './circuit-breaker.js';

const outage = new Error('outage');
const otherError = new Error('another error');

describe('a circuit breaker', () => {
  let changes: (readonly [boolean, unknown])[] = [];
  let calls = 0;
  let probes = 0;
  let probe: () => Promise<void> = async () => undefined;
  let breaker = newBreaker();

  function newBreaker(): CircuitBreaker {
    return new CircuitBreaker({
      maxFailures: 2,
      probeDelayMs: () => 100,
      isOutage: (error) => error === outage,
      probe: () => {
        probes += 1;
        return probe();
      },
      onChange: (isOpen, error) => void changes.push([isOpen, error]),
    });
  }

  function fail(error: Error): Promise<void> {
    return breaker.run(() => {
      calls += 1;
      return Promise.reject(error);
    });
  }

  beforeEach(() => {
    vi.useFakeTimers();
    changes = [];
    calls = 0;
    probes = 0;
    probe = () => Promise.reject(outage);
    breaker = newBreaker();
  });

  afterEach(() => {
    breaker.stop();
    vi.useRealTimers();
  });

  it('opens after the configured number of consecutive outages, then rejects calls without running them', async () => {
    await expect(fail(outage)).rejects.toBe(outage);
    await expect(breaker.run(async () => 'a success in between')).resolves.toBe('a success in between');
    await expect(fail(outage)).rejects.toBe(outage);
    expect(changes).toEqual([]);
    await expect(fail(outage)).rejects.toBe(outage);
    expect(changes).toEqual([[true, outage]]);
    await expect(fail(otherError)).rejects.toBe(outage);
    expect(calls).toBe(3);
  });

  it('stays closed after any number of errors that are not outages', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await expect(fail(otherError)).rejects.toBe(otherError);
    expect(changes).toEqual([]);
  });

  it('opens immediately when it is tripped, and only once', async () => {
    breaker.trip(outage);
    breaker.trip(outage);
    expect(changes).toEqual([[true, outage]]);
    await expect(fail(otherError)).rejects.toBe(outage);
  });

  it('probes after each delay, and closes as soon as a probe succeeds', async () => {
    breaker.trip(outage);
    await vi.advanceTimersByTimeAsync(99);
    expect(probes).toBe(0);
    await vi.advanceTimersByTimeAsync(101);
    expect(probes).toBe(2);
    probe = async () => undefined;
    await vi.advanceTimersByTimeAsync(100);
    expect(changes).toEqual([
      [true, outage],
      [false, undefined],
    ]);
    await expect(breaker.run(async () => 'a result')).resolves.toBe('a result');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(probes).toBe(3);
  });

  it('restarts the count of outages after it has closed', async () => {
    probe = async () => undefined;
    breaker.trip(outage);
    await vi.advanceTimersByTimeAsync(100);
    await expect(fail(outage)).rejects.toBe(outage);
    expect(changes.map(([isOpen]) => isOpen)).toEqual([true, false]);
  });

  it('closes after a probe whose error is not an outage', async () => {
    probe = () => Promise.reject(otherError);
    breaker.trip(outage);
    await vi.advanceTimersByTimeAsync(100);
    expect(changes.map(([isOpen]) => isOpen)).toEqual([true, false]);
  });

  it('does not probe after it is stopped', async () => {
    breaker.trip(outage);
    await vi.advanceTimersByTimeAsync(100);
    breaker.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(probes).toBe(1);
  });

  it('does not probe again after it is stopped during a probe', async () => {
    let fail = (): void => undefined;
    probe = () => new Promise((_resolve, reject) => (fail = () => reject(outage)));
    breaker.trip(outage);
    await vi.advanceTimersByTimeAsync(100);
    breaker.stop();
    fail();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(probes).toBe(1);
  });
});
