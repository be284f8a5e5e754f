/** How many batches of one statement run at once before further requests wait for the next batch. */
const maxRunningBatches = 2;

/** How many slow batches may run in addition, so that fast requests do not wait behind a few expensive ones. */
const maxSlowBatches = 6;

/**
 * How long the first batch of a statement runs alone, in milliseconds. Until Neo4j has cached the query plan, a second
 * batch would be planned as well, which costs far more than running it. A batch that takes longer is past planning.
 */
const maxPlanningMs = 500;

/** Limits how many batches of one statement run at once. */
export class BatchConcurrency {
  private isPlanned = false;
  private runningCount = 0;
  private slowCount = 0;

  constructor(
    /** Called when another batch may be able to run. */
    private readonly onCapacity: () => void,
  ) {}

  /** Whether another batch may run. */
  get hasCapacity(): boolean {
    return this.runningCount - Math.min(this.slowCount, maxSlowBatches) < (this.isPlanned ? maxRunningBatches : 1);
  }

  /** Counts a running batch, which becomes slow after `slowMs` milliseconds. Returns the function that releases it. */
  acquire(slowMs: number): () => void {
    this.runningCount += 1;
    const wasPlanned = this.isPlanned;
    let isSlow = false;
    const slowTimer = setTimeout(
      () => {
        this.isPlanned = true;
        isSlow = wasPlanned;
        if (isSlow) this.slowCount += 1;
        this.onCapacity();
      },
      wasPlanned ? slowMs : maxPlanningMs,
    );
    return () => {
      clearTimeout(slowTimer);
      this.isPlanned = true;
      this.runningCount -= 1;
      if (isSlow) this.slowCount -= 1;
      this.onCapacity();
    };
  }
}
