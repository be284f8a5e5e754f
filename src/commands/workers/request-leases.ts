/** How many leases each worker needs on average to use its share of the limit. */
const leasesPerShare = 8;

/** Divides the request limit among the workers: the sum of their parts never exceeds it. */
export class RequestLeases {
  private readonly parts = new Map<number, number>();
  private readonly leaseSize: number;

  constructor(
    private readonly maxRequests: number,
    workerCount: number,
    /** Takes back the unused part of a worker, and returns its size. */
    private readonly takeSpare: (worker: number) => Promise<number>,
  ) {
    this.leaseSize = Math.max(1, Math.floor(maxRequests / workerCount / leasesPerShare));
  }

  /** Adds a worker that has started, with no part yet. */
  add(worker: number): void {
    this.parts.set(worker, 0);
  }

  /** Enlarges the part of a worker and returns by how much; if nothing is left, it first takes back what other workers do not use. */
  async lease(worker: number): Promise<number> {
    if (this.free === 0) await Promise.all([...this.parts.keys()].map((other) => this.reclaim(other, worker)));
    const part = this.parts.get(worker);
    // The worker may have ended meanwhile.
    if (part === undefined) return 0;
    const count = Math.min(this.leaseSize, this.free);
    this.parts.set(worker, part + count);
    return count;
  }

  /** Frees the part of a worker that has ended. */
  release(worker: number): void {
    this.parts.delete(worker);
  }

  private get free(): number {
    return this.maxRequests - [...this.parts.values()].reduce((sum, part) => sum + part, 0);
  }

  private async reclaim(other: number, worker: number): Promise<void> {
    if (other === worker) return;
    const count = await this.takeSpare(other).catch(() => 0);
    const part = this.parts.get(other);
    if (part !== undefined) this.parts.set(other, part - count);
  }
}
