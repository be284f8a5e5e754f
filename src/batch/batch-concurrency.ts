/** How many batches of one statement run at once before further requests wait for the next batch. */
const maxRunning = 2;

/** How many slow batches may run beside these, so that nobody waits behind a few that ask for much. */
const maxSlow = 6;

/**
 * For how many milliseconds the first batch of a statement runs alone. A second one that Neo4j has not planned yet would be
 * planned beside it, which costs far more than to answer it. A batch that takes longer is not being planned.
 */
const maxPlanningMs = 500;

/** Limits how many batches of one statement run at once. */
export class BatchConcurrency {
  private isPlanned = false;
  private running = 0;
  private slow = 0;

  constructor(
    /** Called whenever another batch may have become possible. */
    private readonly onCapacity: () => void,
  ) {}

  /** Whether another batch may run. */
  get hasCapacity(): boolean {
    return this.running - Math.min(this.slow, maxSlow) < (this.isPlanned ? maxRunning : 1);
  }

  /** Counts a batch, which is slow after so many milliseconds; returns the function that ends it. */
  acquire(slowMs: number): () => void {
    this.running += 1;
    const wasPlanned = this.isPlanned;
    let isSlow = false;
    const slowTimer = setTimeout(
      () => {
        this.isPlanned = true;
        isSlow = wasPlanned;
        if (isSlow) this.slow += 1;
        this.onCapacity();
      },
      wasPlanned ? slowMs : maxPlanningMs,
    );
    return () => {
      clearTimeout(slowTimer);
      this.isPlanned = true;
      this.running -= 1;
      if (isSlow) this.slow -= 1;
      this.onCapacity();
    };
  }
}
