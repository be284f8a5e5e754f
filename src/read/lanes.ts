/** How many batches of one statement may be under way before further requests wait for a seat in the next. */
const mostUnderWay = 2;

/** How many more may be under way where as many are slow: nobody waits behind a few that ask for much. */
const mostSlow = 6;

/**
 * For how many milliseconds the first batch of a statement goes alone: a second one that Neo4j has not planned yet
 * would be planned beside it, which costs far more than to answer it. Longer than that is not the planning.
 */
const planningMs = 500;

/** On which the batches of one statement are under way. */
export class Lanes {
  private isPlanned = false;
  private taken = 0;
  private slow = 0;

  constructor(
    /** Is called whenever a lane may have become free. */
    private readonly onFree: () => void,
  ) {}

  /** Whether the next batch may leave. */
  get isFree(): boolean {
    return this.taken - Math.min(this.slow, mostSlow) < (this.isPlanned ? mostUnderWay : 1);
  }

  /** Takes a lane for a batch that is slow after so many milliseconds, and gives what gives it back. */
  take(slowMs: number): () => void {
    this.taken += 1;
    const wasPlanned = this.isPlanned;
    let isSlow = false;
    const patience = setTimeout(
      () => {
        this.isPlanned = true;
        isSlow = wasPlanned;
        if (isSlow) this.slow += 1;
        this.onFree();
      },
      wasPlanned ? slowMs : planningMs,
    );
    return () => {
      clearTimeout(patience);
      this.isPlanned = true;
      this.taken -= 1;
      if (isSlow) this.slow -= 1;
      this.onFree();
    };
  }
}
