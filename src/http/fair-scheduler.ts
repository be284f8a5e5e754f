/** The two queues: requests for operations that are known, and for new ones, which have to be parsed and validated. */
export type Queue = 'known' | 'new';

/**
 * Lets requests proceed one by one while new operations arrive in numbers: one of each queue in each turn of the event
 * loop. So a known operation waits for as many new ones at most as known ones are before it, and between two turns the
 * loop accepts new connections.
 */
export class FairScheduler {
  private readonly queues: Readonly<Record<Queue, (() => void)[]>> = { known: [], new: [] };

  /** Whether nobody waits. */
  isIdle = true;

  /** Resolves when the caller may proceed: in the order of its queue, and in the next turn of the loop at the earliest. */
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
