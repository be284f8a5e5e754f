import type { Cancellation } from './cancellation.js';

interface SlotUsage {
  inUse: number;
  unboundedInUse: number;
}

interface WaitingStatement {
  readonly isUnbounded: boolean;
  readonly admit: () => void;
  readonly queuedAt: number;
}

/** Limits how many connections are in use: each statement acquires a slot before its connection, or waits in order. */
export class Pool {
  /** How long statements have waited so far, in milliseconds. */
  waitedMs = 0;
  /** How often a read was sent again, because a reader of a cluster failed or was behind. */
  repeatedReads = 0;
  private usage: SlotUsage = { inUse: 0, unboundedInUse: 0 };
  // An array instead of a Set: the previous hash tables of a Set in V8 reference each other, so that after the first
  // one has reached the old generation, all removed entries stay in memory until a full garbage collection.
  private readonly queue: WaitingStatement[] = [];

  constructor(
    /** Maximum number of connections in use. */
    readonly size: number,
    /**
     * How many connections statements of unbounded cost may use, so that others always find one; default: a quarter.
     */
    private readonly maxUnbounded = Math.ceil(size / 4),
  ) {}

  /** How many connections are in use. */
  get inUse(): number {
    return this.usage.inUse;
  }

  /** How many statements wait for a connection. */
  get waitingCount(): number {
    return this.queue.length;
  }

  /** Acquires a slot and returns the function that releases it; rejects with the reason if it is cancelled before. */
  async acquire(cancellation?: Cancellation, isUnbounded = false): Promise<() => void> {
    cancellation?.throwIfCancelled();
    const usage = this.hasSlot(isUnbounded)
      ? this.occupySlot(isUnbounded)
      : await this.waitForSlot(isUnbounded, cancellation);
    let isHeld = true;
    return () => {
      if (isHeld) usage.inUse -= 1;
      if (isHeld && isUnbounded) usage.unboundedInUse -= 1;
      isHeld = false;
      if (this.queue.length > 0) this.admitNext();
    };
  }

  /** Frees all slots, because the connections in use were dropped; releasing one of their slots later has no effect. */
  reset(): void {
    this.usage = { inUse: 0, unboundedInUse: 0 };
    for (let slot = this.size; slot > 0; slot -= 1) this.admitNext();
  }

  private hasSlot(isUnbounded: boolean): boolean {
    return this.usage.inUse < this.size && !(isUnbounded && this.usage.unboundedInUse >= this.maxUnbounded);
  }

  private occupySlot(isUnbounded: boolean): SlotUsage {
    this.usage.inUse += 1;
    if (isUnbounded) this.usage.unboundedInUse += 1;
    return this.usage;
  }

  private waitForSlot(isUnbounded: boolean, cancellation?: Cancellation): Promise<SlotUsage> {
    return new Promise((resolve, reject) => {
      const leaveQueue = (): void => {
        this.queue.splice(this.queue.indexOf(entry), 1);
        this.waitedMs += performance.now() - entry.queuedAt;
        stopListening?.();
      };
      const admit = (): void => {
        leaveQueue();
        resolve(this.occupySlot(isUnbounded));
      };
      const entry: WaitingStatement = { isUnbounded, admit, queuedAt: performance.now() };
      this.queue.push(entry);
      const stopListening = cancellation?.onCancel((reason) => {
        leaveQueue();
        reject(reason);
      });
    });
  }

  private admitNext(): void {
    this.queue.find(({ isUnbounded }) => this.hasSlot(isUnbounded))?.admit();
  }
}
