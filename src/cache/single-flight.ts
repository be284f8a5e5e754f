/** A result of work. */
export interface FlightResult {
  /** Whether it may be given to other callers than the one whose work it is. */
  readonly isShareable: boolean;
}

/** Runs work once for concurrent callers with the same key. */
export class SingleFlight<T extends FlightResult> {
  private readonly running = new Map<string, Promise<T | undefined>>();

  /**
   * Runs the work, or joins the same work of another caller. Where that fails, or gives a result that is not shareable, the
   * caller runs its own: it has its own deadline, and may still be connected when the other one is not.
   */
  async run(key: string, work: () => Promise<T>): Promise<T> {
    const running = this.running.get(key);
    const shared = running && (await running);
    if (shared !== undefined) return shared;
    const result = work();
    const flight = result.then(
      (value) => (value.isShareable ? value : undefined),
      () => undefined,
    );
    this.running.set(key, flight);
    void flight.then(() => {
      if (this.running.get(key) === flight) this.running.delete(key);
    });
    return result;
  }
}
