/** The two queues: requests for known operations, and for new ones, which must be parsed and validated. */
export type Queue = 'known' | 'new';

/**
 * Admits requests one by one while many new operations arrive: one request of each queue in each turn of the event
 * loop. A known operation therefore waits for at most one new operation per turn, and the event loop can accept
 * connections between two turns.
 */
export class FairScheduler {
  private readonly queues: Readonly<Record<Queue, (() => void)[]>> = { known: [], new: [] };

  /** Whether both queues are empty. */
  isIdle = true;

  /** Resolves when the caller may proceed: in the order of its queue, in the next turn of the event loop or later. */
  wait(queue: Queue): Promise<void> {
    return new Promise((resolve) => {
      if (this.isIdle) this.scheduleNext();
      this.queues[queue].push(resolve);
      this.isIdle = false;
    });
  }

  private scheduleNext(): void {
    setImmediate(() => {
      this.queues.known.shift()?.();
      this.queues.new.shift()?.();
      this.isIdle = this.queues.known.length + this.queues.new.length === 0;
      if (!this.isIdle) this.scheduleNext();
    });
  }
}
