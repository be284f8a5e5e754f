interface Generation {
  inUse: number;
}

interface Waiting {
  readonly admit: () => void;
  readonly since: number;
}

/** Which connections are in use: a statement takes a place before it takes a connection, or waits for one in order. */
export class Pool {
  /** How long statements have waited so far, in milliseconds. */
  waitedMs = 0;
  private generation: Generation = { inUse: 0 };
  private readonly queue = new Set<Waiting>();

  constructor(
    /** How many connections may be in use at once. */
    readonly size: number,
  ) {}

  /** How many are in use. */
  get inUse(): number {
    return this.generation.inUse;
  }

  /** How many statements wait for one. */
  get waiting(): number {
    return this.queue.size;
  }

  /** Takes a place, and gives what gives it back; rejects with the signal's reason once nobody waits any more. */
  async take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const taken = this.inUse < this.size ? this.occupy() : await this.turn(signal);
    let isTaken = true;
    return () => {
      if (isTaken) taken.inUse -= 1;
      isTaken = false;
      this.admitNext();
    };
  }

  /** Begins anew with no place taken: the connections in use have been given up, and come back whenever they do. */
  reset(): void {
    this.generation = { inUse: 0 };
    for (let free = this.size; free > 0; free -= 1) this.admitNext();
  }

  private occupy(): Generation {
    this.generation.inUse += 1;
    return this.generation;
  }

  private turn(signal?: AbortSignal): Promise<Generation> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.queue.delete(waiting);
        this.waitedMs += performance.now() - waiting.since;
        signal?.removeEventListener('abort', giveUp);
      };
      const giveUp = (): void => {
        leave();
        reject(signal?.reason);
      };
      const admit = (): void => {
        leave();
        resolve(this.occupy());
      };
      const waiting = { admit, since: performance.now() };
      this.queue.add(waiting);
      signal?.addEventListener('abort', giveUp);
    });
  }

  private admitNext(): void {
    const [next] = this.queue;
    if (next && this.inUse < this.size) next.admit();
  }
}
