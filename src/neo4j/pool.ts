import type { Cancellation } from './cancellation.js';

interface Generation {
  inUse: number;
  unbounded: number;
}

interface Waiting {
  readonly isUnbounded: boolean;
  readonly admit: () => void;
  readonly since: number;
}

/** Limits how many connections are in use: each statement acquires a slot before its connection, or waits in order. */
export class Pool {
  /** How long statements have waited so far, in milliseconds. */
  waitedMs = 0;
  private generation: Generation = { inUse: 0, unbounded: 0 };
  // An array instead of a Set: the previous hash tables of a Set in V8 reference each other, so that after the first
  // one has reached the old generation, all removed entries stay in memory until a full garbage collection.
  private readonly queue: Waiting[] = [];

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
    return this.generation.inUse;
  }

  /** How many statements wait for a connection. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Acquires a slot and returns the function that releases it; rejects with the reason if it is cancelled before. */
  async take(cancellation?: Cancellation, isUnbounded = false): Promise<() => void> {
    cancellation?.throwIfCancelled();
    const taken = this.hasPlace(isUnbounded) ? this.occupy(isUnbounded) : await this.turn(isUnbounded, cancellation);
    let isTaken = true;
    return () => {
      if (isTaken) taken.inUse -= 1;
      if (isTaken && isUnbounded) taken.unbounded -= 1;
      isTaken = false;
      if (this.queue.length > 0) this.admitNext();
    };
  }

  /** Frees all slots, because the connections in use were dropped; releasing one of their slots later has no effect. */
  reset(): void {
    this.generation = { inUse: 0, unbounded: 0 };
    for (let free = this.size; free > 0; free -= 1) this.admitNext();
  }

  private hasPlace(isUnbounded: boolean): boolean {
    return this.generation.inUse < this.size && !(isUnbounded && this.generation.unbounded >= this.maxUnbounded);
  }

  private occupy(isUnbounded: boolean): Generation {
    this.generation.inUse += 1;
    if (isUnbounded) this.generation.unbounded += 1;
    return this.generation;
  }

  private turn(isUnbounded: boolean, cancellation?: Cancellation): Promise<Generation> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        this.waitedMs += performance.now() - waiting.since;
        stopListening?.();
      };
      const admit = (): void => {
        leave();
        resolve(this.occupy(isUnbounded));
      };
      const waiting: Waiting = { isUnbounded, admit, since: performance.now() };
      this.queue.push(waiting);
      const stopListening = cancellation?.onCancel((reason) => {
        leave();
        reject(reason);
      });
    });
  }

  private admitNext(): void {
    this.queue.find(({ isUnbounded }) => this.hasPlace(isUnbounded))?.admit();
  }
}
