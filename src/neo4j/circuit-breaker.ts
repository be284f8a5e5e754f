/** When a circuit breaker opens, and how it finds out that it may close. */
export interface CircuitBreakerOptions {
  /** It opens after this many consecutive outages. */
  readonly failures: number;
  /** Milliseconds until the next probe while it is open, after the error that came last. */
  readonly pauseMs: (error: unknown) => number;
  /** Whether an error is an outage, after which other calls will fail too. */
  readonly isOutage: (error: unknown) => boolean;
  /** Resolves when the protected service works again. */
  readonly probe: () => Promise<unknown>;
  /** Called at every opening, with the error that caused it, and at every closing. */
  readonly onChange: (isOpen: boolean, error?: unknown) => void;
}

/** Fails calls to a service at once during an outage, and lets them through as soon as a probe succeeds. */
export class CircuitBreaker {
  private failures = 0;
  private lastError: unknown;
  private timer: NodeJS.Timeout | undefined;
  private isOpen = false;
  private isStopped = false;

  constructor(private readonly options: CircuitBreakerOptions) {}

  /** Runs the work; while open, rejects at once with the last outage. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isOpen) throw this.lastError;
    try {
      const result = await work();
      this.failures = 0;
      return result;
    } catch (error) {
      if (this.options.isOutage(error)) this.countFailure(error);
      throw error;
    }
  }

  /** Opens it at once, after an outage that was detected elsewhere. */
  trip(error: unknown): void {
    this.failures = this.options.failures;
    this.countFailure(error);
  }

  /** Stops the probes. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private countFailure(error: unknown): void {
    this.failures += 1;
    this.lastError = error;
    if (this.isOpen || this.failures < this.options.failures) return;
    this.isOpen = true;
    this.options.onChange(true, error);
    this.scheduleProbe();
  }

  private scheduleProbe(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.probe(), this.options.pauseMs(this.lastError));
    this.timer.unref();
  }

  private async probe(): Promise<void> {
    try {
      await this.options.probe();
    } catch (error) {
      if (this.options.isOutage(error)) {
        this.lastError = error;
        this.scheduleProbe();
        return;
      }
    }
    this.failures = 0;
    this.isOpen = false;
    this.options.onChange(false);
  }
}
