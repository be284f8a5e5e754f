/** The result of work that may be shared. */
export interface FlightResult {
  /** Whether concurrent callers with the same key may share the result. */
  readonly isShareable: boolean;
}

/** Runs work once for concurrent callers with the same key. */
export class SingleFlight<T extends FlightResult> {
  private readonly running = new Map<string, Promise<T | undefined>>();

  /**
   * Runs the work, or waits for the running work of another caller with the same key. If that fails, or its result is
   * not shareable, the caller runs its own work: it has its own deadline, and may still be connected when the other is
   * not.
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
