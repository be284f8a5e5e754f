import type { Span } from '@opentelemetry/api';

/** The spans of requests that are being answered, by the requests' ids, the innermost last. */
export class OpenSpans {
  private readonly spans = new Map<string, Span[]>();

  /** Takes note of a span that begins. */
  begin(requestId: string, span: Span): void {
    const open = this.spans.get(requestId);
    if (open) open.push(span);
    else this.spans.set(requestId, [span]);
  }

  /** Ends a span, and with it those inside it that nothing has ended. */
  end(requestId: string, span: Span): void {
    const open = this.spans.get(requestId) ?? [];
    const at = open.indexOf(span);
    if (at < 0) return;
    for (const inner of open.splice(at)) inner.end();
    if (open.length === 0) this.spans.delete(requestId);
  }

  /** The innermost span of a request; undefined where it is not traced. */
  current(requestId: string): Span | undefined {
    return this.spans.get(requestId)?.at(-1);
  }
}
