/** The result of work that may be shared. */
export interface FlightResult {
  /** Whether concurrent callers with the same key may share the result. */
  readonly isShareable: boolean;
}

/** Runs work once for concurrent callers with the same key. */
export class SingleFlight<T extends FlightResult> {
  private readonly flights = new Map<string, Promise<T | undefined>>();

  /**
   * Runs the work, or waits for the running work of another caller with the same key. If that fails, or its result is
   * not shareable, the caller runs its own work: it has its own deadline, and may still be connected when the other is
   * not.
   */
  async run(key: string, work: () => Promise<T>): Promise<T> {
    const runningFlight = this.flights.get(key);
    const shared = runningFlight && (await runningFlight);
    if (shared !== undefined) return shared;
    const result = work();
    const flight = result.then(
      (value) => (value.isShareable ? value : undefined),
      () => undefined,
    );
    this.flights.set(key, flight);
    void flight.then(() => {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    });
    return result;
  }
}
