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

/** Which connections are in use: a statement takes a place before it takes a connection, or waits for one in order. */
export class Pool {
  /** How long statements have waited so far, in milliseconds. */
  waitedMs = 0;
  private generation: Generation = { inUse: 0, unbounded: 0 };
  // A list: the former tables of a Set hold who was in it, each keeps the next alive, and once the first is old, all who
  // ever waited grow old with them.
  private readonly queue: Waiting[] = [];

  constructor(
    /** How many connections may be in use at once. */
    readonly size: number,
    /** How many of these statements of unbounded cost may use, so that the others never wait for them alone; default a quarter. */
    private readonly maxUnbounded = Math.ceil(size / 4),
  ) {}

  /** How many are in use. */
  get inUse(): number {
    return this.generation.inUse;
  }

  /** How many statements wait for one. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Takes a place, and gives what gives it back; rejects with the reason once nobody waits any more. */
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

  /** Begins anew with no place taken: the connections in use have been given up, and come back whenever they do. */
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
      const waiting = { isUnbounded, admit, since: performance.now() };
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
