/** Within how many milliseconds a batch is never too slow. */
const quickMs = 60;

/** How many times as long as the quickest a batch may take, since its requests also wait for each other. */
const patience = 3;

/** How much slower the quickest is taken to be after each batch, so that old luck is forgotten. */
const forgetting = 1.02;

const firstSeats = 1;

/**
 * How many requests a batch of one statement may hold: more, as long as batches take hardly longer than the quickest
 * did; fewer, once they do. What counts is how a batch's time grows with its size, not how far away Neo4j is.
 */
export class Pace {
  private allowed = firstSeats;
  private quickest = Infinity;

  constructor(
    /** How many requests a batch may hold at most. */
    private readonly most: number,
  ) {}

  /** The most requests that the next batch may hold. */
  get seats(): number {
    return this.allowed;
  }

  /** After how many milliseconds a batch is slow. */
  get slowMs(): number {
    return Math.max(quickMs, Number.isFinite(this.quickest) ? patience * this.quickest : 0);
  }

  /** Learns from a finished batch. */
  learn(items: number, elapsedMs: number): void {
    this.quickest = Math.min(this.quickest * forgetting, elapsedMs);
    if (elapsedMs > this.slowMs) {
      this.allowed = Math.max(Math.floor(items / 2), 1);
    } else if (items >= this.allowed) {
      this.allowed = Math.min(this.allowed * 2, this.most);
    }
  }
}
