import type { RequestLimit } from '../../http/server-group.js';

type OnDecision = (isAllowed: boolean) => void;

/** A worker's part of the request limit of the whole server. It grows when it is used up, as far as others leave room. */
export class LeasedRequestLimit implements RequestLimit {
  max = 0;
  private readonly queue: OnDecision[] = [];

  constructor(
    /** Asks the primary process for a larger part; returns by how much it grows. */
    private readonly lease: () => Promise<number>,
    /** Returns how many requests the worker handles or decides about. */
    private readonly countActive: () => number,
  ) {}

  /** Waits for a larger part for one more request; false if the whole server has reached its limit. */
  readonly extend = (): Promise<boolean> =>
    new Promise((resolve) => {
      this.queue.push(resolve);
      if (this.queue.length === 1) void this.leaseForQueue();
    });

  /** Gives up the part that no request uses, and returns its size. */
  takeSpare(): number {
    const spare = Math.max(0, this.max - this.countActive());
    this.max -= spare;
    return spare;
  }

  private async leaseForQueue(): Promise<void> {
    while (this.queue.length > 0) {
      const count = await this.lease().catch(() => 0);
      this.max += count;
      for (const decide of this.queue.splice(0, count || this.queue.length)) decide(count > 0);
    }
  }
}
