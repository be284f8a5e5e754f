/** When a breaker opens, and how it finds out that it may close. */
export interface BreakerOptions {
  /** After how many failures in a row nothing more is tried. */
  readonly failures: number;
  /** How many milliseconds lie between two probes while it is open. */
  readonly pauseMs: number;
  /** Whether a failure says that all others will fail too. */
  readonly isOutage: (error: unknown) => boolean;
  /** Resolves when what failed works again. */
  readonly probe: () => Promise<unknown>;
  /** Told of every opening and closing. */
  readonly onChange: (isOpen: boolean, error?: unknown) => void;
}

/** Stops trying what keeps failing, so that it fails at once, and goes on as soon as a probe succeeds. */
export class CircuitBreaker {
  private failures = 0;
  private lastError: unknown;
  private timer: NodeJS.Timeout | undefined;
  private isOpen = false;
  private isStopped = false;

  constructor(private readonly options: BreakerOptions) {}

  /** Runs the work, or while open rejects with the error that opened it. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isOpen) throw this.lastError;
    try {
      const result = await work();
      this.failures = 0;
      return result;
    } catch (error) {
      if (this.options.isOutage(error)) this.noteFailure(error);
      throw error;
    }
  }

  /** Opens it at once where something else has shown the outage. */
  trip(error: unknown): void {
    this.failures = this.options.failures;
    this.noteFailure(error);
  }

  /** Ends the probes. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private noteFailure(error: unknown): void {
    this.failures += 1;
    this.lastError = error;
    if (this.isOpen || this.failures < this.options.failures) return;
    this.isOpen = true;
    this.options.onChange(true, error);
    this.probeLater();
  }

  private probeLater(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.probe(), this.options.pauseMs);
    this.timer.unref();
  }

  private async probe(): Promise<void> {
    try {
      await this.options.probe();
    } catch (error) {
      if (this.options.isOutage(error)) {
        this.probeLater();
        return;
      }
    }
    this.failures = 0;
    this.isOpen = false;
    this.options.onChange(false);
  }
}
