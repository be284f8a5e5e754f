/** Is told why nobody waits any more. */
type Listener = (reason: unknown) => void;

/**
 * Tells whoever works on an answer that nobody waits for it any more. An AbortSignal tells the same at fifty times the
 * price, which for a statement that is sent alone was a tenth of the server's time.
 */
export class Cancellation {
  private readonly listeners = new Set<Listener>();
  private cancelled: { readonly reason: unknown } | undefined;

  /** Whether nobody waits any more. */
  get isCancelled(): boolean {
    return this.cancelled !== undefined;
  }

  /** Throws the reason, where nobody waits any more. */
  throwIfCancelled(): void {
    if (this.cancelled) throw this.cancelled.reason;
  }

  /** Tells all who listen; what comes after the first reason is not told. */
  cancel(reason: unknown): void {
    if (this.cancelled) return;
    this.cancelled = { reason };
    for (const listener of this.listeners) listener(reason);
    this.listeners.clear();
  }

  /** Has the listener told of the reason, at once where there is one already; gives what ends the listening. */
  onCancel(listener: Listener): () => void {
    if (this.cancelled) listener(this.cancelled.reason);
    else this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
