import { describe, expect, it, vi } from 'vitest';
import { Cancellation } from './cancellation.js';

describe('a cancellation', () => {
  it('calls each listener once with the reason', () => {
    const cancellation = new Cancellation();
    const listeners = [vi.fn(), vi.fn()];
    for (const listener of listeners) cancellation.onCancel(listener);
    expect(cancellation.isCancelled).toBe(false);
    cancellation.cancel('gone');
    cancellation.cancel('late');
    expect(cancellation.isCancelled).toBe(true);
    for (const listener of listeners) expect(listener.mock.calls).toEqual([['gone']]);
  });

  it('calls a listener that is added later immediately', () => {
    const cancellation = new Cancellation();
    cancellation.cancel('gone');
    const listener = vi.fn();
    cancellation.onCancel(listener);
    expect(listener.mock.calls).toEqual([['gone']]);
  });

  it('throws its first reason after it is cancelled', () => {
    const cancellation = new Cancellation();
    cancellation.throwIfCancelled();
    cancellation.cancel(new Error('gone'));
    cancellation.cancel(new Error('late'));
    expect(() => cancellation.throwIfCancelled()).toThrow('gone');
  });

  it('does not call a removed listener', () => {
    const cancellation = new Cancellation();
    const listener = vi.fn();
    cancellation.onCancel(listener)();
    cancellation.cancel('gone');
    expect(listener).not.toHaveBeenCalled();
  });
});
