/** The options of a circuit breaker: when it opens, and how it is closed again. */
export interface CircuitBreakerOptions {
  /** How many consecutive outages open it. */
  readonly maxFailures: number;
  /** Milliseconds until the next probe while it is open, depending on the last error. */
  readonly probeDelayMs: (error: unknown) => number;
  /** Whether an error is an outage, so that other calls will fail too. */
  readonly isOutage: (error: unknown) => boolean;
  /** Resolves if the protected service works again. */
  readonly probe: () => Promise<unknown>;
  /** Called when it opens, with the error that caused this, and when it closes. */
  readonly onChange: (isOpen: boolean, error?: unknown) => void;
}

/** Rejects calls to a service immediately during an outage, and lets them through again as soon as a probe succeeds. */
export class CircuitBreaker {
  private failureCount = 0;
  private lastError: unknown;
  private timer: NodeJS.Timeout | undefined;
  private isOpen = false;
  private isStopped = false;

  constructor(private readonly options: CircuitBreakerOptions) {}

  /** Runs the work; while open, rejects immediately with the last outage error. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isOpen) throw this.lastError;
    try {
      const result = await work();
      this.failureCount = 0;
      return result;
    } catch (error) {
      if (this.options.isOutage(error)) this.countFailure(error);
      throw error;
    }
  }

  /** Opens it immediately, because of an outage that was detected elsewhere. */
  trip(error: unknown): void {
    this.failureCount = this.options.maxFailures;
    this.countFailure(error);
  }

  /** Stops the probes. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private countFailure(error: unknown): void {
    this.failureCount += 1;
    this.lastError = error;
    if (this.isOpen || this.failureCount < this.options.maxFailures) return;
    this.isOpen = true;
    this.options.onChange(true, error);
    this.scheduleProbe();
  }

  private scheduleProbe(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.probe(), this.options.probeDelayMs(this.lastError));
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
    this.failureCount = 0;
    this.isOpen = false;
    this.options.onChange(false);
  }
}
